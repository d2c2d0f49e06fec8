import type { BrowserContext, Page } from '@playwright/test';
import { Timestamp } from 'firebase-admin/firestore';
import { LEDGER_BURST } from '@plaza/shared/limits';
import { archivePath, MESSAGES, senderPath, userPath } from '@plaza/shared/paths';
import { createAccount } from '../../tools/browser/create-account.ts';
import { pausePage } from '../../tools/browser/pause-page.ts';
import { refuseCache } from '../../tools/faults/page-scripts.ts';
import { withoutTriggers } from '../../tools/suite/without-triggers.ts';
import { app, db, uidOf } from './backend.ts';
import { occupyDrafts } from './occupy-drafts.ts';
import { expect, Person, test, uniqueName, uniqueText } from './people.ts';
import { smallPicture } from './picture-files.ts';

const DATABASE = /google\.firestore\.v1\.Firestore/;

/** The page is served, the database does not answer. */
async function cutDatabase(context: BrowserContext | Page): Promise<void> {
  await context.route(DATABASE, (route) => route.abort());
}

async function healDatabase(context: BrowserContext | Page): Promise<void> {
  await context.unroute(DATABASE);
}

/** The texts that are in the list and begin so, in the list's order. */
async function textsOf(person: Person, beginning: string): Promise<string[]> {
  const texts = await person.messages(beginning).locator('[dir="auto"]').allTextContents();
  return texts.filter((text) => text.startsWith(beginning));
}

function several(count: number): { beginning: string; texts: string[] } {
  const beginning = uniqueText('Several');
  return {
    beginning,
    texts: Array.from({ length: count }, (_, index) => `${beginning} part ${index + 1}.`),
  };
}

/** As if the person had just sent so many messages that no more are allowed for some seconds. */
async function spendBurst(person: Person, seconds: number): Promise<void> {
  const ledger = db.doc(senderPath(await uidOf(person.username)));
  const now = Timestamp.now();
  await ledger.update({ count: LEDGER_BURST + seconds, since: now, updatedAt: now });
}

test('[SD4] what waits outlives a reload, and goes out once, in order', async ({ join }) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const { beginning, texts } = several(4);
  await cutDatabase(ada.context);
  for (const text of texts) await ada.write(text);
  await expect.poll(() => textsOf(ada, beginning)).toEqual(texts);

  await ada.page.reload();
  await expect.poll(() => textsOf(ada, beginning)).toEqual(texts);
  await healDatabase(ada.context);
  await expect.poll(() => textsOf(bob, beginning)).toEqual(texts);
  await ada.expectStatus(texts.at(-1) ?? '', 'delivered');
  expect(await textsOf(ada, beginning)).toEqual(texts);
});

test('[SD5] two tabs show the same waiting messages, each is sent once, and a closed tab hands over', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const second = await ada.openTab();
  await ada.context.setOffline(true);
  const { beginning, texts } = several(4);
  const [first = '', other = '', ...rest] = texts;
  await ada.write(first);
  await expect(second.messages(first)).toHaveCount(1);
  await second.write(other);
  for (const text of rest) await second.write(text);
  await expect.poll(() => textsOf(ada, beginning)).toEqual(texts);
  await expect.poll(() => textsOf(second, beginning)).toEqual(texts);

  await ada.page.close();
  await ada.context.setOffline(false);
  await expect.poll(() => textsOf(bob, beginning)).toEqual(texts);
  await second.expectStatus(texts.at(-1) ?? '', 'delivered');
});

test('[SD6] more than the limit allows arrive all the same, in order, with a countdown', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const { beginning, texts } = several(4);
  await spendBurst(ada, 5);
  for (const text of texts) {
    await ada.composer().fill(text);
    await ada.composer().press('Enter');
  }
  await expect(ada.page.getByText(/Done in \d+ second/)).toBeVisible();
  await expect.poll(() => textsOf(bob, beginning)).toEqual(texts);
  await ada.expectStatus(texts.at(-1) ?? '', 'delivered');
});

test('[SD7] what the server refuses for good says so; Retry sends it, Discard drops it', async ({
  join,
}) => {
  const ada = await join('Ada');
  const ledger = db.doc(senderPath(await uidOf(ada.username)));
  const kept = (await ledger.get()).data() ?? {};
  await ledger.delete();
  const first = uniqueText('Refused');
  const second = uniqueText('Unwanted');
  await ada.write(first);
  await ada.write(second);
  await ada.expectStatus(first, 'failed');
  await ada.expectStatus(second, 'failed');
  const status = ada.page.getByRole('status');
  await expect(status.filter({ hasText: '2 messages were not sent.' })).toBeVisible();

  await ada.messages(second).getByRole('button', { name: 'Discard' }).click();
  await expect(ada.messages(second)).toHaveCount(0);
  await expect(status.filter({ hasText: '1 message was not sent.' })).toBeVisible();
  await ada.page.reload();
  await ada.expectStatus(first, 'failed');
  await expect(ada.messages(second)).toHaveCount(0);
  await ledger.set(kept);
  await ada.messages(first).getByRole('button', { name: 'Retry' }).click();
  await ada.expectStatus(first, 'delivered');
  await expect(status.filter({ hasText: /not sent/ })).toHaveCount(0);
});

test('[SD8] a message that was queued before two renames goes out', async ({ join }) => {
  const ada = await join('Ada');
  const text = uniqueText('Under another name');
  const [previousUsername, username] = [uniqueName('Before'), uniqueName('After')];
  await ada.context.setOffline(true);
  await ada.write(text);
  await db
    .doc(userPath(await uidOf(ada.username)))
    .update({ username, usernameKey: username.toLowerCase(), previousUsername });
  await ada.context.setOffline(false);
  await ada.expectStatus(text, 'delivered');
  await expect(ada.messages(text)).toContainText(username);
});

test('[SD9] what waits when its author signs out is sent after signing in again', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const text = uniqueText('Left behind');
  await cutDatabase(ada.context);
  await ada.write(text);
  await ada.page.getByRole('button', { name: 'Account' }).click();
  await ada.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await healDatabase(ada.context);
  await ada.signIn();
  await ada.expectStatus(text, 'delivered');
  await expect(bob.messages(text)).toHaveCount(1);
});

/** In the page: Auth looks for a change of account 800 ms after the last look, unless it is held up. */
function letHoldAccount(): void {
  const setTimer = globalThis.setInterval.bind(globalThis);
  Object.assign(globalThis, {
    setInterval: (look: () => void, ms: number) =>
      setTimer(() => document.documentElement.dataset['held'] === undefined && look(), ms),
  });
}

test('[SD9] what waits for its author is not shown to who signs in after them, in another tab', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await createAccount(app, uniqueName('Bob'));
  // Without a cache that they share, one tab’s broken line is not the other’s.
  await ada.context.addInitScript(refuseCache);
  await ada.page.addInitScript(letHoldAccount);
  await ada.page.reload();
  const other = await ada.openTab();
  await ada.expectLoadedRoom();
  const text = uniqueText('Hers alone');
  await cutDatabase(ada.page);
  await ada.write(text);
  await ada.expectStatus(text, 'sending');
  await ada.page.evaluate(() => (document.documentElement.dataset['held'] = ''));
  await other.page.getByRole('button', { name: 'Account' }).click();
  await other.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await other.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await new Person(other.page, other.context, bob.username).signIn();
  const his = uniqueText('His');
  await other.write(his);
  await other.expectSent(his);
  await ada.page.evaluate(() => delete document.documentElement.dataset['held']);
  await expect(ada.messages(text)).toHaveCount(0);
  await healDatabase(ada.page);
  // Only to its author. What was on its way may have arrived as hers meanwhile.
  await expect(ada.messages(his).getByRole('button', { name: 'Delete message' })).toHaveCount(1);
  await expect(ada.messages(text).getByRole('button', { name: 'Delete message' })).toHaveCount(0);
});

test('[SD10] a draft outlives a reload, and signing out and in', async ({ join }) => {
  const ada = await join('Ada');
  const text = uniqueText('Half a sentence');
  await ada.composer().fill(text);
  await ada.page.reload();
  await expect(ada.composer()).toHaveValue(text);
  await ada.signOut();
  await ada.signIn();
  await expect(ada.composer()).toHaveValue(text);
});

test('[SD11] a queued message can be taken back into the field, or cancelled', async ({ join }) => {
  const ada = await join('Ada');
  const edited = uniqueText('Almost right');
  const cancelled = uniqueText('Never mind');
  await ada.context.setOffline(true);
  await ada.write(edited);
  await ada.write(cancelled);
  await ada.messages(cancelled).getByRole('button', { name: 'Cancel sending' }).click();
  await expect(ada.messages(cancelled)).toHaveCount(0);
  await ada.messages(edited).getByRole('button', { name: 'Edit' }).click();
  await expect(ada.messages(edited)).toHaveCount(0);
  await expect(ada.composer()).toHaveValue(edited);
  await expect(ada.composer()).toBeFocused();
});

test('[SD12] a message that is deleted on its way does not come back', async ({ join }) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const text = uniqueText('Regretted');
  const after = uniqueText('After that');
  await cutDatabase(ada.context);
  await ada.write(text);
  await ada.write(after);
  await ada.expectWaiting(after);
  await ada.messages(text).getByRole('button', { name: 'Delete message' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(ada.messages(text)).toHaveCount(0);
  await ada.page.reload();
  await healDatabase(ada.context);
  await expect(bob.messages(after)).toHaveCount(1);
  await expect(bob.messages(text)).toHaveCount(0);
  await expect(ada.messages(text)).toHaveCount(0);
});

test('[SD12] what is deleted on another device does not come back with an answer that was lost', async ({
  join,
  open,
  line,
}) => {
  const phone = await join('Ada');
  const laptop = await open(phone.username);
  await laptop.page.goto('/');
  await laptop.signIn();
  await laptop.expectLoadedRoom();
  // With that the phone has a channel for writes.
  const before = uniqueText('Before');
  await phone.write(before);
  await phone.expectStatus(before, 'delivered');
  await phone.page.route(/Write\/channel\?(?!.*SID=)/, (route) => route.abort());
  line.faults.loseNextAcknowledgement();
  const text = uniqueText('Regretted');
  await phone.write(text);
  await expect.poll(() => line.faults.lostAcknowledgements).toBe(1);
  await expect(laptop.messages(text)).toHaveCount(1);
  await laptop.messages(text).getByRole('button', { name: 'Delete message' }).click();
  const dialog = laptop.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(laptop.messages(text)).toHaveCount(0);

  await phone.page.unrouteAll();
  await expect(phone.messages(text)).toHaveCount(0);
  const after = uniqueText('After that');
  await phone.write(after);
  await laptop.expectSent(after);
  await expect(laptop.messages(text)).toHaveCount(0);
});

test('[SD14] a sending tab that is frozen is replaced, and does no harm when it goes on', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const second = await ada.openTab();
  const browser = await ada.context.newCDPSession(ada.page);
  await browser.send('Page.setWebLifecycleState', { state: 'frozen' });
  const { beginning, texts } = several(3);
  for (const text of texts) await second.write(text);
  await expect.poll(() => textsOf(bob, beginning), { timeout: 30_000 }).toEqual(texts);
  await second.expectStatus(texts.at(-1) ?? '', 'delivered');

  await browser.send('Page.setWebLifecycleState', { state: 'active' });
  const after = uniqueText('Awake again');
  await ada.write(after);
  await ada.expectStatus(after, 'delivered');
  expect(await textsOf(bob, beginning)).toEqual(texts);
});

test('[SD27] what a frozen tab that sends was told in vain goes out all the same', async ({
  join,
}) => {
  const ada = await join('Ada');
  const second = await ada.openTab();
  const thaw = await pausePage(ada.page);
  const text = uniqueText('Said to nobody');
  await second.write(text);
  await second.expectStatus(text, 'queued');
  await thaw();
  await second.expectStatus(text, 'delivered');
});

/** Until a `space` event nothing more is kept. */
async function fillDisk({ page }: Person): Promise<void> {
  await page.evaluate(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with the database that it belongs to
    const open = IDBDatabase.prototype.transaction;
    let isFull = true;
    window.addEventListener('space', () => (isFull = false));
    IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
      if (isFull && mode === 'readwrite') throw new DOMException('full', 'QuotaExceededError');
      return open.call(this, stores, mode, options);
    };
  });
}

test('[SD15] with a full disk a message is sent all the same, and the page says what it keeps', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  await fillDisk(ada);
  const text = uniqueText('On a full disk');
  await ada.write(text);
  await expect(bob.messages(text)).toHaveCount(1);
  await expect(ada.messages(text)).toHaveCount(1);
  await expect(ada.page.getByRole('alert')).toContainText('stay on this page');

  await ada.page.evaluate(() => window.dispatchEvent(new Event('space')));
  await ada.expectStatus(text, 'delivered');
  await expect(ada.page.getByRole('alert')).toHaveCount(0);
});

test('[SD24] leaving is asked about while a message is kept on the page alone', async ({
  join,
}) => {
  const ada = await join('Ada');
  await ada.context.setOffline(true);
  await fillDisk(ada);
  const text = uniqueText('Nowhere else');
  await ada.write(text);
  await ada.expectStatus(text, 'queued');
  const asked = ada.page.waitForEvent('dialog');
  await ada.page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await expect(ada.messages(text)).toHaveCount(1);
});

test('[SD32] what is cancelled or deleted on a full disk does not come back after a reload', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const deleted = uniqueText('Regretted');
  const cancelled = uniqueText('Never mind');
  const after = uniqueText('After that');
  await cutDatabase(ada.context);
  await ada.write(deleted);
  await ada.expectStatus(deleted, 'sending');
  await ada.write(cancelled);
  await ada.write(after);
  await ada.expectWaiting(cancelled);
  await ada.expectWaiting(after);
  await fillDisk(ada);
  await ada.messages(cancelled).getByRole('button', { name: 'Cancel sending' }).click();
  await expect(ada.messages(cancelled)).toHaveCount(0);
  await ada.messages(deleted).getByRole('button', { name: 'Delete message' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(ada.messages(deleted)).toHaveCount(0);
  await expect(ada.page.getByRole('alert')).toContainText('stay on this page');

  await ada.page.reload();
  await expect(ada.messages(after)).toHaveCount(1);
  await healDatabase(ada.context);
  await expect(bob.messages(after)).toHaveCount(1);
  await expect(bob.messages(cancelled)).toHaveCount(0);
  await expect(bob.messages(deleted)).toHaveCount(0);
  await expect(ada.messages(cancelled)).toHaveCount(0);
});

for (const [what, pictures] of [
  ['a message', 0],
  ['a message with pictures', 2],
] as const) {
  test(`[SD25] ${what} outlives a reload in the moment in which it is written`, async ({
    join,
  }) => {
    const ada = await join('Ada');
    const bob = await join('Bob');
    const text = uniqueText('And off');
    await ada.composer().fill(text);
    const files = Array.from({ length: pictures }, (_, index) => smallPicture(`${index}.png`));
    await ada.page.locator('input[type=file]').setInputFiles(await Promise.all(files));
    await expect(ada.page.getByRole('textbox', { name: /^Description/ })).toHaveCount(pictures);
    await ada.page.evaluate(() => {
      document.querySelector('form')?.requestSubmit();
      location.reload();
    });
    await ada.expectStatus(text, 'delivered');
    await expect(bob.messages(text)).toHaveCount(1);
    await expect(bob.messages(text).getByRole('img')).toHaveCount(pictures);
  });
}

test('[SD29] what was sent in the moment of a reload is no draft afterwards', async ({ join }) => {
  const ada = await join('Ada');
  const text = uniqueText('And off');
  await ada.composer().fill(text);
  await ada.page.locator('input[type=file]').setInputFiles([await smallPicture('one.png')]);
  const description = ada.page.getByRole('textbox', { name: /^Description/ });
  await expect(description).toHaveCount(1);
  await ada.page.evaluate(occupyDrafts);
  await ada.write(text);
  await ada.page.reload();
  await ada.expectStatus(text, 'delivered');
  await expect(description).toHaveCount(0);
});

test('[SD31] what is taken back in the moment of a reload is in the field afterwards, once, and not sent', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const text = uniqueText('Not like this');
  const last = uniqueText('The last one');
  const description = ada.page.getByRole('textbox', { name: /^Description/ });
  await cutDatabase(ada.context);
  await ada.write(uniqueText('Before it'));
  await ada.composer().fill(text);
  await ada.page.locator('input[type=file]').setInputFiles([await smallPicture('one.png')]);
  await description.fill('Mountain');
  await ada.page.getByRole('button', { name: 'Send message' }).click();
  await expect(description).toHaveCount(0);
  await ada.expectWaiting(text);
  await ada.page.evaluate(occupyDrafts);
  await ada.messages(text).getByRole('button', { name: 'Edit' }).click();
  await expect(ada.composer()).toHaveValue(text);

  await ada.page.reload();
  await expect(description).toHaveValue('Mountain');
  await expect(ada.composer()).toHaveValue(text);
  await ada.composer().fill(last);
  await healDatabase(ada.context);
  await ada.page.getByRole('button', { name: 'Send message' }).click();
  await expect(bob.messages(last).getByRole('img')).toHaveCount(1);
  await expect(bob.messages(text)).toHaveCount(0);
  await ada.page.reload();
  await ada.expectLoadedRoom();
  await expect(description).toHaveCount(0);
});

test('[SD31] pictures that are taken back and find no room in the draft are not lost', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const text = uniqueText('Not like this');
  const description = ada.page.getByRole('textbox', { name: /^Description/ });
  await ada.context.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with the store that it belongs to
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const isFull = localStorage.getItem('full') !== null && this.name === 'drafts';
      if (isFull) throw new DOMException('full for the test', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  await ada.page.reload();
  await ada.expectLoadedRoom();
  await cutDatabase(ada.context);
  await ada.write(uniqueText('Before it'));
  await ada.composer().fill(text);
  await ada.page.locator('input[type=file]').setInputFiles([await smallPicture('one.png')]);
  await expect(description).toHaveCount(1);
  await ada.page.getByRole('button', { name: 'Send message' }).click();
  await ada.expectWaiting(text);
  await ada.page.evaluate(() => localStorage.setItem('full', 'yes'));
  await ada.messages(text).getByRole('button', { name: 'Edit' }).click();
  await expect(description).toHaveCount(1);
  await ada.page.reload();
  await expect(description).toHaveCount(1);
  await expect(ada.composer()).toHaveValue(text);

  await ada.page.getByRole('button', { name: 'Send message' }).click();
  await healDatabase(ada.context);
  await expect(bob.messages(text).getByRole('img')).toHaveCount(1);
  await ada.page.reload();
  await ada.expectLoadedRoom();
  await expect(description).toHaveCount(0);
  await expect(ada.composer()).toHaveValue('');
});

test('[SD31] two messages with the same words are both taken back', async ({ join }) => {
  const ada = await join('Ada');
  const text = uniqueText('Ok');
  await ada.context.setOffline(true);
  for (const count of [1, 2]) {
    await ada.write(text);
    await expect(ada.messages(text)).toHaveCount(count);
  }
  for (const left of [1, 0]) {
    await ada.messages(text).last().getByRole('button', { name: 'Edit' }).click();
    await expect(ada.messages(text)).toHaveCount(left);
  }
  await expect(ada.composer()).toHaveValue(`${text}\n${text}`);
});

test('[SD30] a deletion goes on after a reload in the moment in which it is confirmed', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const text = uniqueText('On second thoughts');
  await ada.write(text);
  await ada.expectStatus(text, 'delivered');
  await expect(bob.messages(text)).toHaveCount(1);
  await ada.messages(text).getByRole('button', { name: 'Delete message' }).click();
  const confirm = ada.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true });
  await confirm.evaluate((button) => {
    if (button instanceof HTMLElement) button.click();
    location.reload();
  });
  await ada.expectLoadedRoom();
  await expect(bob.messages(text)).toHaveCount(0);
  await expect(ada.messages(text)).toHaveCount(0);
  await expect
    .poll(() => ada.page.evaluate(() => Object.keys(localStorage).join()))
    .not.toContain('plaza.deletion');
});

test('[SD30] a deletion goes on when the network fails while the message has moved', async ({
  join,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('On second thoughts');
  await ada.write(text);
  await ada.expectStatus(text, 'delivered');
  // What is written goes on, what is asked does not.
  const asking = /google\.firestore\.v1\.Firestore\/Listen/;
  await ada.context.route(asking, (route) => route.abort());
  await ada.page.reload();
  await expect(ada.messages(text)).toHaveCount(1);
  const [message] = (await db.collection(MESSAGES).where('text', '==', text).get()).docs;
  const archived = db.doc(archivePath(message?.id ?? ''));
  await withoutTriggers(process.env, async () => {
    await archived.create(message?.data() ?? {});
    await message?.ref.delete();
  });
  await ada.messages(text).getByRole('button', { name: 'Delete message' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await ada.page.waitForRequest(asking);
  await expect(ada.messages(text)).toHaveCount(0);
  await ada.context.unroute(asking);
  await expect.poll(async () => (await archived.get()).exists).toBe(false);
  await expect(ada.messages(text)).toHaveCount(0);
  await expect
    .poll(() => ada.page.evaluate(() => Object.keys(localStorage).join()))
    .not.toContain('plaza.deletion');
});

for (const isOpenedAgain of [true, false]) {
  test(`[SD16] when the browser throws its data away${isOpenedAgain ? '' : ' and opens it no more until then'}, what was written is sent after signing in again`, async ({
    join,
  }) => {
    const ada = await join('Ada');
    const bob = await join('Bob');
    ada.mayLoseCache = true;
    const reload = ada.page.getByRole('button', { name: 'Reload the page' });
    await ada.page.addLocatorHandler(reload, () => reload.click());
    const waiting = uniqueText('Before the loss');
    const draft = uniqueText('Half written');
    // oxlint-disable-next-line typescript/unbound-method -- called with the factory that it belongs to
    const open = await ada.page.evaluateHandle(() => IDBFactory.prototype.open);
    await ada.context.setOffline(true);
    await ada.write(waiting);
    await ada.expectStatus(waiting, 'queued');
    await ada.composer().fill(draft);
    if (!isOpenedAgain) {
      await open.evaluate((original) => {
        IDBFactory.prototype.open = function refuse(name, version) {
          if (name === 'plaza-outbox') throw new DOMException('Not now', 'UnknownError');
          return original.call(this, name, version);
        };
      });
    }
    const browser = await ada.context.newCDPSession(ada.page);
    const { origin } = new URL(ada.page.url());
    await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await expect(ada.page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await open.evaluate((original) => {
      IDBFactory.prototype.open = original;
    });
    await ada.context.setOffline(false);
    await ada.signIn();
    await expect(ada.composer()).toHaveValue(draft);
    await expect(bob.messages(waiting)).toHaveCount(1);
  });
}

test('[SD16] a transaction that the browser ends is tried again, and no error of the page', async ({
  join,
}) => {
  const ada = await join('Ada');
  await ada.page.evaluate(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with the index that it belongs to
    const get = IDBIndex.prototype.get;
    IDBIndex.prototype.get = function end(query) {
      const request = get.call(this, query);
      this.objectStore.transaction.abort();
      IDBIndex.prototype.get = get;
      return request;
    };
  });
  const text = uniqueText('Ended');
  await ada.write(text);
  await ada.expectStatus(text, 'delivered');
});

test('[SD17] when the cache breaks down, one press mends the page, and what waits is kept', async ({
  join,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('Through the trouble');
  await cutDatabase(ada.context);
  await ada.write(text);
  await ada.page.evaluate(() => {
    const error = new Error('FIRESTORE (12.14.0) INTERNAL ASSERTION FAILED: Unexpected state');
    window.dispatchEvent(new ErrorEvent('error', { error }));
  });
  await expect(ada.page.getByRole('alert')).toContainText('Reload the page');
  await healDatabase(ada.context);
  await ada.page.getByRole('button', { name: 'Reload the page' }).click();
  await ada.expectStatus(text, 'delivered');
});

test('[SD18] the browser is asked to keep its data with the first message, not before', async ({
  join,
}) => {
  const ada = await join('Ada');
  const asked = await ada.page.evaluateHandle(() => {
    const calls: string[] = [];
    navigator.storage.persist = () => Promise.resolve(calls.push('persist') > 0);
    return calls;
  });
  await ada.composer().fill(uniqueText('Not yet'));
  expect(await asked.jsonValue()).toEqual([]);
  await ada.composer().press('Enter');
  await expect.poll(() => asked.jsonValue()).toEqual(['persist']);
});
