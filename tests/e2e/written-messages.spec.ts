import { randomUUID } from 'node:crypto';
import { archivePath, messagePath } from '@plaza/shared/paths';
import { db, uidOf } from './backend.ts';
import { expect, test, uniqueText, type Person } from './people.ts';

/** As many messages of this person in the archive, the newest of them an hour old. */
async function writeArchived({ username }: Person, count: number): Promise<string[]> {
  const uid = await uidOf(username);
  const batch = db.batch();
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const [index, id] of ids.entries()) {
    const createdAt = new Date(Date.now() - 3_600_000 - index * 1_000);
    const text = `Archived ${index}`;
    const message = { uid, username, text, createdAt, shard: 0, status: 'delivered' };
    batch.create(db.doc(archivePath(id)), { ...message, attachments: [], movedFrom: createdAt });
  }
  await batch.commit();
  return ids;
}

async function openMyMessages({ page }: Person) {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'My messages' }).click();
  return page.getByRole('dialog', { name: 'My messages' });
}

async function exists(path: string): Promise<boolean> {
  return (await db.doc(path).get()).exists;
}

test('[PE6] [PE8] a person’s panel lists all that they have written', async ({ join }) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  await writeArchived(ada, 60);
  const text = uniqueText('The newest');
  await ada.write(text);
  await expect(bob.messages(text)).toHaveCount(1);

  await bob.page.goto(`/#/people/${await uidOf(ada.username)}`);
  const panel = bob.page.getByRole('dialog', { name: ada.username });
  const written = panel.getByRole('list').getByRole('listitem');
  await expect(written.first()).toContainText(text);
  await expect(panel).toContainText('Member since');
  await expect(written).toHaveCount(51);
  await written.last().scrollIntoViewIfNeeded();
  await expect(panel.getByRole('status')).toContainText('All 61 messages');
  await expect(written).toHaveCount(61);
  await expect(written.last()).toContainText('Archived 59');

  await bob.page.reload();
  await expect(panel).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toBeHidden();
  await bob.expectRoom();
});

test('[PE7] [PE8] My messages: several are deleted, in the room and in the archive', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const [first = '', second = '', third = ''] = await writeArchived(ada, 3);
  const text = uniqueText('To be deleted');
  await ada.write(text);
  await ada.expectStatus(text, 'delivered');
  const id = (await ada.messages(text).getAttribute('data-message-id')) ?? '';
  await expect(bob.messages(text)).toHaveCount(1);

  const panel = await openMyMessages(ada);
  await expect(panel.getByRole('status')).toContainText('All 4 messages');
  // Moved, and deleted by another tab, since the list was read.
  await db.doc(archivePath(id)).create((await db.doc(messagePath(id)).get()).data() ?? {});
  await db.doc(messagePath(id)).delete();
  await db.doc(archivePath(first)).delete();

  await panel.getByRole('checkbox', { name: `Select: ${text}` }).press('Space');
  await panel.getByRole('checkbox', { name: 'Select: Archived 1' }).click({ modifiers: ['Shift'] });
  await panel.getByRole('button', { name: 'Delete 3 messages' }).click();
  const question = ada.page.getByRole('dialog', { name: 'Delete these 3 messages?' });
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(panel.getByRole('status').first()).toHaveText('3 messages are deleted.');
  await expect(panel.getByRole('listitem')).toHaveText([/Archived 2/]);
  await expect(panel.getByRole('group', { name: 'Selection' })).toBeFocused();
  for (const path of [messagePath(id), archivePath(id), archivePath(second)]) {
    expect(await exists(path)).toBe(false);
  }
  expect(await exists(archivePath(third))).toBe(true);
  await expect(bob.messages(text)).toHaveCount(0);

  await ada.page.goBack();
  await expect(panel).toBeHidden();
  await expect(ada.page.getByRole('button', { name: 'Account' })).toBeFocused();
});

test('[PE7] [SD30] several go on being deleted after a reload, also where one of them is gone', async ({
  join,
}) => {
  const ada = await join('Ada');
  const [first = '', ...others] = await writeArchived(ada, 3);
  const panel = await openMyMessages(ada);
  await expect(panel.getByRole('status')).toContainText('All 3 messages');
  await panel.getByRole('checkbox', { name: 'Select all' }).check();
  await panel.getByRole('button', { name: 'Delete 3 messages' }).click();
  // Another device is quicker.
  await db.doc(archivePath(first)).delete();
  const question = ada.page.getByRole('dialog', { name: 'Delete these 3 messages?' });
  await question.getByRole('button', { name: 'Delete' }).evaluate((button) => {
    if (button instanceof HTMLElement) button.click();
    location.reload();
  });
  for (const id of others) await expect.poll(() => exists(archivePath(id))).toBe(false);
  await expect
    .poll(() => ada.page.evaluate(() => Object.keys(localStorage).join()))
    .not.toContain('plaza.deletion');
});

test('[PE13] [SH27] what has the focus in a panel stays in view, also when it has done its work', async ({
  join,
}) => {
  const ada = await join('Ada');
  await writeArchived(ada, 20);
  const asking = /google\.firestore\.v1\.Firestore\/(Listen|RunQuery)/;
  await ada.context.route(asking, (route) => route.abort());
  const panel = await openMyMessages(ada);
  const again = panel.getByRole('button', { name: 'Try again' }).first();
  await expect(again).toBeVisible();
  await ada.context.unroute(asking);
  // The SDK tries again when it likes to, and answers from its cache until then.
  await expect(async () => {
    await again.press('Enter');
    await expect(panel.getByRole('status').first()).toContainText('All 20', { timeout: 2_000 });
  }).toPass();
  await expect(panel.getByRole('list')).toBeFocused();

  await panel.getByRole('checkbox').last().focus();
  const toolbar = panel.getByRole('group', { name: 'Selection' });
  for (let step = 0; step < 20; step += 1) {
    const bar = await toolbar.boundingBox();
    const box = await ada.page.locator(':focus').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0) - 1);
    await ada.page.keyboard.press('Shift+Tab');
  }
});

test('[PE7] what is deleted while a deletion is under way counts along with it', async ({
  join,
}) => {
  const ada = await join('Ada');
  await writeArchived(ada, 2);
  const panel = await openMyMessages(ada);
  await expect(panel.getByRole('status')).toContainText('All 2 messages');
  await ada.context.setOffline(true);
  for (const [text, told] of [
    ['Archived 0', '0 of 1 so far'],
    ['Archived 1', '0 of 2 so far'],
  ] as const) {
    await panel.getByRole('checkbox', { name: `Select: ${text}` }).check();
    await panel.getByRole('button', { name: 'Delete 1 message' }).click();
    const question = ada.page.getByRole('dialog', { name: 'Delete this message?' });
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect(panel.getByRole('status').first()).toContainText(told);
  }
  await ada.context.setOffline(false);
  await expect(panel.getByRole('status').first()).toHaveText('2 messages are deleted.');
});
