import { getAuth } from 'firebase-admin/auth';
import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { userPath } from '@plaza/shared/paths';
import { app, db, uidOf } from './backend.ts';
import { followMailedLink, languageOfNextMail } from './mailed-links.ts';
import { PASSWORD } from '../../tools/browser/create-account.ts';
import { expect, test, uniqueText, type Person } from './people.ts';
import { smallPicture } from './picture-files.ts';

async function openSettings({ page }: Person) {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Account settings' }).click();
  return page.getByRole('dialog', { name: 'Account settings' });
}

function keptIn(page: Page): Promise<{ names: (string | undefined)[]; keys: string[] }> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const keys = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    return { names: databases.map(({ name }) => name), keys };
  });
}

function countKept(page: Page, database: string, store: string): Promise<number> {
  return page.evaluate(
    ([database, store]) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(database);
        opening.addEventListener('error', () => reject(new Error('It does not open.')));
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction(store).objectStore(store).count();
          counting.addEventListener('success', () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
    [database, store] as const,
  );
}

async function attachPicture(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([await smallPicture('draft.png')]);
  await expect.poll(() => countKept(page, 'plaza-drafts', 'drafts')).toBe(1);
}

async function startDeletion(person: Person): Promise<void> {
  await (await openSettings(person)).getByRole('button', { name: 'Delete account…' }).click();
  const dialog = person.page.getByRole('dialog', { name: 'Delete account' });
  await dialog.getByLabel('Password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Delete my account' }).click();
  await expect(person.page.getByRole('heading', { name: 'Deleting your account' })).toBeVisible();
}

/** Whatever else has something to tell: until the room has gone there is more. */
async function expectTold(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
}

async function expectNothingKept(page: Page, uid: string): Promise<void> {
  // The page starts anew to clear up, which may break off a look at it.
  await expect(async () => {
    const kept = await keptIn(page);
    expect(kept.keys.join()).not.toContain(uid);
    expect(kept.names.join()).not.toContain('firestore/');
    expect(await countKept(page, 'plaza-outbox', 'entries')).toBe(0);
    expect(await countKept(page, 'plaza-drafts', 'drafts')).toBe(0);
  }).toPass();
}

test('[AC11] [AC12] the address is verified, the password changed', async ({ join }) => {
  const ada = await join('Ada');
  const { page } = ada;
  const settings = await openSettings(ada);
  await expect(settings).toContainText(`${ada.email} (not verified yet)`);
  const language = languageOfNextMail(page);
  await settings.getByRole('button', { name: 'Send verification link' }).click();
  expect(await language).toBe('en');
  await expect(settings.getByRole('status')).toContainText('on its way');
  await followMailedLink(ada.email, 'VERIFY_EMAIL');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(settings).toContainText(`${ada.email} (verified)`);

  await settings.getByRole('button', { name: 'Change password' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change password' });
  const current = dialog.getByLabel('Current password');
  const next = dialog.getByLabel('New password');
  await current.fill('not the password');
  await next.fill('short');
  await dialog.getByRole('button', { name: 'Change password' }).click();
  await expect(next).toHaveAccessibleDescription(/at least 8/);
  await next.fill('another battery horse');
  await dialog.getByRole('button', { name: 'Change password' }).click();
  await expect(current).toHaveAccessibleDescription(/not your password/);
  await expect(current).toBeFocused();
  await current.fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Change password' }).click();
  await expect(dialog.getByRole('status')).toContainText('password is changed');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(settings.getByRole('button', { name: 'Change password' })).toBeFocused();
  await settings.getByRole('button', { name: 'Close' }).click();
  await ada.signOut();
  await ada.signIn('another battery horse');
  await ada.expectRoom();
});

test('[AC13] [AC14] signing out keeps what waits; clearing the device tells what is lost', async ({
  join,
}) => {
  const ada = await join('Ada');
  const { page, context } = ada;
  const text = uniqueText('Waiting');
  await context.setOffline(true);
  await ada.write(text);
  await ada.expectStatus(text, 'queued');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const question = page.getByRole('dialog', { name: 'Sign out?' });
  await expect(question).toHaveAccessibleDescription(/1 message is not sent yet. It stays/);
  await question.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await context.setOffline(false);
  await ada.signIn();
  await ada.expectStatus(text, 'delivered');

  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('textbox', { name: 'Message' })).toBeVisible();
  await context.setOffline(true);
  await ada.write(uniqueText('Lost'));
  const settings = await openSettings(ada);
  await settings.getByRole('button', { name: 'Sign out and clear this device' }).click();
  const warning = page.getByRole('dialog', { name: 'Sign out and clear' });
  await expect(warning).toHaveAccessibleDescription(/1 message that is not sent yet is lost/);
  await context.setOffline(false);
  await warning.getByRole('button', { name: 'Sign out and clear' }).click();
  await expectTold(page, 'this device keeps nothing');
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(async () => {
    const kept = await keptIn(page);
    expect(kept.names.filter((name) => /plaza-|firestore/.test(name ?? ''))).toEqual([]);
    expect(kept.keys.filter((key) => !/firebase|firestore_/.test(key))).toEqual([]);
  }).toPass();
});

test('[AC14] clearing the device tells that drafts are lost, also when nothing waits, and ends the session in any case', async ({
  join,
}) => {
  const ada = await join('Ada');
  // As in browsers that do not tell which databases there are.
  await ada.page.addInitScript(() => Reflect.deleteProperty(IDBFactory.prototype, 'databases'));
  await ada.composer().fill('Not yet sent');
  const settings = await openSettings(ada);
  await settings.getByRole('button', { name: 'Sign out and clear this device' }).click();
  const warning = ada.page.getByRole('dialog', { name: 'Sign out and clear' });
  await expect(warning).toHaveAccessibleDescription(/^Everything has been sent\. Drafts are lost/);
  await warning.getByRole('button', { name: 'Sign out and clear' }).click();
  await expectTold(ada.page, 'this device keeps nothing');
  await expect(ada.page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('[AC15] [AC16] an account is deleted, across a reload', async ({ join }) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const { page } = ada;
  const text = uniqueText('Soon gone');
  await ada.write(text);
  await expect(bob.messages(text)).toHaveCount(1);
  await ada.composer().fill('A draft');
  await attachPicture(page);
  const uid = await uidOf(ada.username);
  expect((await keptIn(page)).keys.join()).toContain(uid);
  await (await openSettings(ada)).getByRole('button', { name: 'Delete account…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete account' });
  await expect(dialog).toHaveAccessibleDescription(/all your messages and your pictures/);
  await dialog.getByLabel('Password').fill('not the password');
  await dialog.getByRole('button', { name: 'Delete my account' }).click();
  await expect(dialog.getByLabel('Password')).toHaveAccessibleDescription(/not your password/);
  await expect(bob.messages(text)).toHaveCount(1);

  // The first call never arrives.
  await page.route('**/api/deleteAccount', (route) => route.abort());
  await dialog.getByLabel('Password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByRole('heading', { name: 'Deleting your account' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('cannot be reached');
  await page.unroute('**/api/deleteAccount');
  await page.reload();

  await expectNothingKept(page, uid);
  await expectTold(page, 'Goodbye');
  await expect(bob.messages(text)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await ada.signIn();
  await expect(page.getByRole('alert')).toHaveText('Email or password is wrong.');
});

test('[AC15] an account is deleted where the browser refuses to keep the mark', async ({
  join,
}) => {
  const ada = await join('Ada');
  const { page } = ada;
  await page.addInitScript(() => {
    const { setItem } = Object.getOwnPropertyDescriptors(Storage.prototype);
    Storage.prototype.setItem = function (this: Storage, key: string, value: string) {
      if (key === 'plaza.deleting-account') throw new DOMException('Full', 'QuotaExceededError');
      setItem.value?.call(this, key, value);
    };
  });
  await page.reload();
  await ada.expectRoom();
  await startDeletion(ada);
  await expectTold(page, 'Goodbye');
});

for (const isHeard of [false, true]) {
  const outcome = isHeard ? 'with a farewell' : 'without one where no answer came';
  test(`[AC20] a deletion that ends while the page is away ends here, ${outcome}`, async ({
    join,
  }) => {
    const ada = await join('Ada');
    const { page } = ada;
    await ada.composer().fill('A draft');
    const uid = await uidOf(ada.username);
    expect((await keptIn(page)).keys.join()).toContain(uid);
    let calls = 0;
    await page.route('**/api/deleteAccount', async (route) => {
      calls += 1;
      const answer = await route.fetch();
      // As if it took longer than one call.
      const text = (await answer.text()).replace('"done":true', '"done":false');
      if (isHeard && calls === 1) await route.fulfill({ response: answer, body: text });
      else await route.abort();
    });
    await startDeletion(ada);
    await expect(page.getByRole('alert')).toContainText('cannot be reached');
    await page.unroute('**/api/deleteAccount');
    await page.reload();

    await expectNothingKept(page, uid);
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expect(page.getByText('Goodbye')).toHaveCount(isHeard ? 1 : 0);
  });
}

test('[AC18] the other devices say that an account is being deleted', async ({ join }) => {
  const ada = await join('Ada');
  const uid = await uidOf(ada.username);
  const { page, context } = ada;
  // What prepares pictures is loaded with the first one.
  await attachPicture(page);
  await context.setOffline(true);
  const text = uniqueText('Never sent');
  await ada.write(text);
  await ada.expectStatus(text, 'queued');
  await expect.poll(() => countKept(page, 'plaza-drafts', 'drafts')).toBe(0);
  await attachPicture(page);
  // As the first step of a deletion leaves it.
  await db.doc(userPath(uid)).delete();
  await context.setOffline(false);
  const leaving = page.getByRole('heading', { name: 'Deleting your account' });
  await expect(leaving).toBeVisible();
  await expectTold(page, 'on another device');
  await page.reload();
  await expect(leaving).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expectTold(page, 'Goodbye');
  await expectNothingKept(page, uid);
});

test('[AC18] [AC20] a device that was told of it keeps nothing when the account is gone before anybody signs out', async ({
  join,
}) => {
  const ada = await join('Ada');
  const uid = await uidOf(ada.username);
  const { page } = ada;
  await ada.composer().fill('A draft');
  await attachPicture(page);
  await db.doc(userPath(uid)).delete();
  await expect(page.getByRole('heading', { name: 'Deleting your account' })).toBeVisible();
  await getAuth(app).deleteUser(uid);
  await page.reload();
  await expectNothingKept(page, uid);
  await expectTold(page, 'Goodbye');
});

test('[AC17] an export is prepared and downloaded', async ({ join }) => {
  const ada = await join('Ada');
  const text = uniqueText('To be exported');
  await ada.write(text);
  await ada.expectStatus(text, 'delivered');
  const settings = await openSettings(ada);
  await settings.getByRole('button', { name: 'Export my data' }).click();
  const dialog = ada.page.getByRole('dialog', { name: 'Your data' });
  await expect(dialog.getByRole('status')).toContainText(/Ready, with 1 message. The links work/);
  const link = dialog.getByRole('link', { name: /Part 1 of 1 \(.* kB\)/ });
  const url = (await link.getAttribute('href')) ?? '';
  const zip = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const messages = unzipSync(zip)['messages-1.json'];
  expect(new TextDecoder().decode(messages)).toContain(text);
});
