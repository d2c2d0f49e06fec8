import { RENAME_COOLDOWN_MS } from '@plaza/shared/limits';
import { ageRename, uidOf } from './backend.ts';
import { loseAnswer } from './lose-answer.ts';
import { expect, test, uniqueName, uniqueText, type Person } from './people.ts';

async function openDialog({ page }: Person) {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Change username' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change username' });
  return {
    dialog,
    field: dialog.getByRole('textbox', { name: 'New username' }),
    save: dialog.getByRole('button', { name: 'Save' }),
  };
}

test('[PE1] [PE3] [PE4] a rename reaches everybody, can be taken back, and has a cool-down', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const text = uniqueText('Written before');
  await ada.write(text);
  await expect(bob.messages(text)).toContainText(ada.username);

  const renamed = uniqueName('Lovelace');
  const first = await openDialog(ada);
  await first.field.fill(renamed);
  await first.save.click();
  await expect(first.dialog).toBeHidden();
  await expect(ada.page.getByRole('button', { name: 'Account' })).toBeFocused();
  for (const { page } of [ada, bob]) {
    const message = page.getByRole('listitem').filter({ hasText: text });
    await expect(message).toContainText(renamed);
  }
  const answer = uniqueText('Written after');
  await ada.write(answer);
  await expect(bob.messages(answer)).toContainText(renamed);

  const early = await openDialog(ada);
  await expect(early.dialog).toHaveAccessibleDescription(/yours again at/);
  await early.field.fill(ada.username);
  await expect(early.field).toHaveAccessibleDescription(/was yours: you can take it back/);
  await early.save.click();
  await expect(early.field).toHaveAccessibleDescription(/yours again at/);
  await expect(early.field).toHaveValue(ada.username);

  const uid = await uidOf(renamed);
  await ageRename(uid, RENAME_COOLDOWN_MS);
  await expect(early.dialog).not.toHaveAccessibleDescription(/yours again at/);
  await early.save.click();
  await expect(bob.messages(answer)).toContainText(ada.username);

  await ageRename(uid, RENAME_COOLDOWN_MS);
  const lower = await openDialog(ada);
  await lower.field.fill(ada.username.toLowerCase());
  await expect(lower.field).toHaveAccessibleDescription(/only upper and lower case change/);
  await lower.save.click();
  await expect(bob.messages(answer)).toContainText(ada.username.toLowerCase());
});

test('[PE2] [PE5] the dialog tells what is free, and when it cannot know', async ({ join }) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const { dialog, field, save } = await openDialog(ada);
  const free = uniqueName('Free');
  for (const [typed, hint, isInvalid] of [
    ['ad', /3 to 20 letters/, 'false'],
    [free, /is free/, 'false'],
    [bob.username.toLowerCase(), /is taken/, 'true'],
    [ada.username, /your username already/, 'false'],
  ] as const) {
    await field.fill(typed);
    await expect(field).toHaveAccessibleDescription(hint);
    await expect(field).toHaveAttribute('aria-invalid', isInvalid);
  }
  for (const [typed, error] of [
    ['ad', /at least 3/],
    ['admin', /reserved/],
    [bob.username, /is taken/],
  ] as const) {
    await field.fill(typed);
    await save.click();
    await expect(field).toHaveAccessibleDescription(error);
    await expect(field).toBeFocused();
  }
  await field.fill(free);
  await expect(field).toHaveAccessibleDescription(/is free/);

  await ada.context.setOffline(true);
  await field.fill(uniqueName('Other'));
  await expect(field).toHaveAccessibleDescription(/cannot be reached/);
  await field.fill(free);
  await save.click();
  await expect(dialog.getByRole('alert')).toContainText('cannot be reached');
  await expect(field).toHaveValue(free);
  await field.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(ada.page.getByRole('button', { name: 'Account' })).toBeFocused();
});

test('[PE12] a rename that is done, but not answered, is not refused', async ({ join }) => {
  const ada = await join('Ada');
  const { dialog, field, save } = await openDialog(ada);
  const renamed = uniqueName('Lovelace');
  await field.fill(renamed);
  await loseAnswer(ada.page);
  await save.click();
  await expect(dialog).toBeHidden();
  await ada.page.getByRole('button', { name: 'Account' }).click();
  await expect(ada.page.getByRole('menu')).toContainText(renamed);
});
