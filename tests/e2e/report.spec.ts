import { messagePath, reportPath } from '@plaza/shared/paths';
import { db, uidOf } from './backend.ts';
import { expect, test, uniqueText } from './people.ts';

test('[PE10] a message is reported once, with a reason, and its author hidden', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const { page } = ada;
  const text = uniqueText('Buy my watches');
  await bob.write(text);
  await bob.expectStatus(text, 'delivered');
  const messageId = (await bob.messages(text).getAttribute('data-message-id')) ?? '';

  await page.goto(`/#/people/${await uidOf(bob.username)}`);
  const panel = page.getByRole('dialog', { name: bob.username });
  const flag = panel.getByRole('button', { name: 'Report message' });
  const dialog = page.getByRole('dialog', { name: 'Report message' });
  const submit = dialog.getByRole('button', { name: 'Report', exact: true });

  await flag.click();
  await submit.click();
  await expect(dialog.getByRole('alert')).toContainText('Choose what is wrong');
  await dialog.getByRole('radio', { name: 'Spam' }).check();
  await dialog.getByRole('checkbox', { name: `Hide all messages of ${bob.username}` }).check();
  await submit.click();
  await expect(dialog.getByRole('status')).toContainText('The moderators have it now');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(flag).toBeFocused();
  await expect(panel.getByRole('button', { name: 'Show messages' })).toBeVisible();
  const report = await db.doc(reportPath(messageId, await uidOf(ada.username))).get();
  expect(report.data()).toMatchObject({ messageId, reason: 'spam' });

  async function reportAgain(): Promise<void> {
    await flag.click();
    await dialog.getByRole('radio', { name: 'Something else' }).check();
    await submit.click();
  }
  await reportAgain();
  await expect(dialog.getByRole('status')).toContainText('reported this message already');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await db.doc(messagePath(messageId)).delete();
  await reportAgain();
  await expect(dialog.getByRole('status')).toContainText('deleted meanwhile');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await ada.context.setOffline(true);
  await reportAgain();
  await expect(dialog.getByRole('alert')).toContainText('cannot be reached');
});
