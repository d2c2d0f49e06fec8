import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { LEDGER_BURST } from '@plaza/shared/limits';
import { ARCHIVE, messagePath, MESSAGES, senderPath } from '@plaza/shared/paths';
import { attach, button, hills, send } from './clicks.ts';
import type { Stage, State } from './stage.ts';

const DATABASE = /google\.firestore\.v1\.Firestore/;
const MEMBER_PART = '**/assets/member-*.js';

/** What a member sees when something is missing, late or broken. The last ones leave something behind. */
export const RARE_STATES: readonly State[] = [
  {
    name: 'opening',
    async show({ page }) {
      await forgetCache(page);
      await page.route(DATABASE, () => {});
      await page.goto('/');
      await page.getByText('Still opening').waitFor();
    },
  },
  {
    name: 'room-loading',
    async show({ page }) {
      await forgetCache(page);
      // Once it is needed, the profile is there, and nothing has been asked about messages.
      await page.route(MEMBER_PART, async (route) => {
        await page.route(DATABASE, () => {});
        await route.continue();
      });
      await page.goto('/');
      await page.getByText('Loading messages…').waitFor();
    },
  },
  {
    name: 'crash',
    async show({ page }) {
      await page.route(MEMBER_PART, (route) => route.fulfill({ status: 404 }));
      await page.reload();
      await page.getByText('Something broke on this page').waitFor();
    },
  },
  {
    name: 'memory-only',
    async show({ page }) {
      await once(page, () => {
        const open = indexedDB.open.bind(indexedDB);
        // Signed in as before; only Plaza's own question is answered with no.
        IDBFactory.prototype.open = (name: string, version?: number) => {
          if (name === 'plaza-probe') throw new DOMException('refused', 'SecurityError');
          return open(name, version);
        };
      });
      await page.reload();
      await page.getByText('does not let Plaza keep data').waitFor();
      await page.locator('[data-message-id]').first().waitFor();
    },
  },
  {
    name: 'update-ready',
    async show({ page }) {
      await once(page, () => {
        const scriptURL = new URL('/sw.js', location.href).href;
        const waiting = Object.assign(new EventTarget(), { scriptURL, state: 'installed' });
        const registration = Object.assign(new EventTarget(), { waiting, update: async () => {} });
        ServiceWorkerContainer.prototype.register = () => Promise.resolve(registration as never);
      });
      await page.reload();
      await page.getByText('A new version of Plaza is ready').waitFor();
      await page.locator('[data-message-id]').first().waitFor();
    },
  },
  {
    name: 'unread-line',
    async show(stage) {
      const { page } = stage;
      await page.locator('[data-message-id]').last().waitFor();
      await page.waitForFunction(() => {
        window.dispatchEvent(new Event('pagehide'));
        return Object.keys(localStorage).some((key) => key.startsWith('plaza.seen.'));
      });
      await page.goto('about:blank');
      for (const text of ['Anybody still here?', 'The lamps have just come on.']) {
        await writeAsOther(stage, text);
      }
      await page.goto('/');
      await page.getByText('New messages', { exact: true }).waitFor();
    },
  },
  {
    name: 'too-many-reports',
    async show({ page, db, uid, other }) {
      const ledger = db.doc(senderPath(uid));
      const kept = (await ledger.get()).data() ?? {};
      const now = Timestamp.now();
      const since = Timestamp.fromMillis(now.toMillis() + 60_000);
      await ledger.update({ count: LEDGER_BURST, since, updatedAt: now });
      await page.goto(`/#/people/${other.uid}`);
      const panel = page.getByRole('dialog', { name: other.username });
      await panel.getByRole('button', { name: 'Report message' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Report message' });
      await dialog.getByRole('radio', { name: 'Spam' }).check();
      await dialog.getByRole('button', { name: 'Report', exact: true }).click();
      await dialog.getByText('That was much in a short time').waitFor();
      await ledger.set(kept);
    },
  },
  {
    name: 'failed',
    async show({ page, db, uid }) {
      const ledger = db.doc(senderPath(uid));
      const kept = (await ledger.get()).data() ?? {};
      await ledger.delete();
      await send(page, 'Does anybody hear me?');
      await page.locator('[data-status="failed"]').waitFor();
      await ledger.set(kept);
    },
  },
  {
    name: 'composer-pictures',
    async show({ page }) {
      const words = { name: 'words.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('words') };
      await attach(page, [await hills(), await hills(), words]);
      await page.getByText('words.jpg is not a picture').waitFor();
      await page.getByLabel('Description of image 2').fill('Hills under a low sun');
    },
  },
  {
    name: 'empty-room',
    async show({ page, db }) {
      for (const name of ['Discard', 'Remove image 2', 'Remove image 1']) {
        await button(page, name).click();
      }
      // Of what is deleted while it is on its way the page would be told late, or in the emulator never.
      await page.waitForFunction(
        () => document.querySelector('[data-status]:not([data-status="delivered"])') === null,
        undefined,
        { timeout: 60_000 },
      );
      for (const collection of [MESSAGES, ARCHIVE]) {
        await db.recursiveDelete(db.collection(collection));
      }
      await page.getByText('The square is still empty').waitFor();
    },
  },
  {
    name: 'limited',
    async show({ page, db, uid }) {
      const since = Timestamp.fromMillis(Date.now() + 20_000);
      await db
        .doc(senderPath(uid))
        .update({ count: LEDGER_BURST, since, updatedAt: Timestamp.now() });
      for (const word of ['One', 'Two', 'Three']) await send(page, `${word} more thing`);
      await page.getByText(/Done in \d+ second/).waitFor();
    },
  },
];

/** As on a device where the person has signed in for the first time. */
async function forgetCache(page: Page): Promise<void> {
  await page.goto('/icon.svg');
  await page.evaluate(async () => {
    localStorage.removeItem('plaza.in-room');
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const requests = names
      .filter((name) => name.startsWith('firestore/'))
      .map((name) => indexedDB.deleteDatabase(name));
    await Promise.all(
      requests.map(
        (request) => new Promise((resolve) => request.addEventListener('success', resolve)),
      ),
    );
  });
}

/** Runs before the client's own code, at the next loading only. */
async function once(page: Page, change: () => void): Promise<void> {
  const key = `once.${randomUUID()}`;
  await page.evaluate((key) => sessionStorage.setItem(key, 'yes'), key);
  await page.addInitScript(`
    if (location.protocol.startsWith('http') && sessionStorage.getItem('${key}') !== null) {
      sessionStorage.removeItem('${key}');
      (${String(change)})();
    }`);
}

async function writeAsOther({ db, other }: Stage, text: string): Promise<void> {
  await db.doc(messagePath(randomUUID())).create({
    uid: other.uid,
    username: other.username,
    text,
    createdAt: FieldValue.serverTimestamp(),
    shard: 0,
    status: 'sent',
    attachments: [],
  });
}
