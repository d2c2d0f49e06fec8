import type { Page } from '@playwright/test';
import { expect, test, uniqueText } from './people.ts';

declare global {
  interface Window {
    releaseOutbox?: () => void;
  }
}

/** Until `releaseOutbox` is called in that page. */
async function holdOutbox(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('plaza-outbox');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const { result: db } = opening;
    const images = db.transaction(['entries', 'images'], 'readwrite').objectStore('images');
    let isHeld = true;
    window.releaseOutbox = () => (isHeld = false);
    // A transaction ends when nothing is asked of it any more.
    await new Promise<void>((resolve) => {
      function ask(): void {
        const request = images.count();
        request.addEventListener('success', () => {
          resolve();
          if (isHeld) ask();
          else db.close();
        });
      }
      ask();
    });
  });
}

test('[SD26] a deletion shows at once while another tab holds the outbox, and happens afterwards', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const { page: other } = await ada.openTab();
  await ada.context.setOffline(true);
  const text = uniqueText('Regretted');
  await ada.write(text);
  await ada.expectStatus(text, 'queued');
  await ada.expectWaiting(text);

  await holdOutbox(other);
  await ada.messages(text).getByRole('button', { name: 'Delete message' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(ada.messages(text)).toHaveCount(0);

  await other.evaluate(() => window.releaseOutbox?.());
  const after = uniqueText('After that');
  await ada.write(after);
  await ada.context.setOffline(false);
  await expect(bob.messages(after)).toHaveCount(1);
  await expect(bob.messages(text)).toHaveCount(0);
  await ada.page.reload();
  await expect(ada.messages(after)).toHaveCount(1);
  await expect(ada.messages(text)).toHaveCount(0);
});

test('[SD26] what has arrived is deleted meanwhile', async ({ join }) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const text = uniqueText('Out of it');
  await ada.write(text);
  await ada.expectStatus(text, 'delivered');
  await expect(bob.messages(text)).toHaveCount(1);
  const { page: other } = await ada.openTab();
  await holdOutbox(other);
  await ada.messages(text).getByRole('button', { name: 'Delete message' }).click();
  const dialog = ada.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(bob.messages(text)).toHaveCount(0);
});
