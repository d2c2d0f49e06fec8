import type { Page } from '@playwright/test';
import { pausePage } from '../../tools/browser/pause-page.ts';
import { expect, test, uniqueText } from './people.ts';

/** Whether no other page holds on to what the SDK keeps on this device. */
function canWriteCache(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const known = await indexedDB.databases();
    const name = known.find((database) => database.name?.startsWith('firestore/') === true)?.name;
    if (name === undefined) throw new Error('The SDK keeps nothing.');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error(opening.error?.message)));
    });
    return new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), 1_000);
      database
        .transaction([...database.objectStoreNames], 'readwrite')
        .addEventListener('complete', () => resolve(true));
    });
  });
}

/** Not in the middle of a transaction: no browser would freeze a page there, and `other` could do nothing. */
async function pauseAtRest(page: Page, other: Page): Promise<() => Promise<void>> {
  for (;;) {
    const goOn = await pausePage(page);
    if (await canWriteCache(other)) return goOn;
    await goOn();
  }
}

test('[RM43] what is deleted while a tab stands still is gone from it soon after it goes on', async ({
  join,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('Not for long');
  await ada.write(text);
  await ada.expectStatus(text, 'delivered');
  const second = await ada.openTab();
  await second.expectStatus(text, 'delivered');
  const goOn = await pauseAtRest(ada.page, second.page);
  await second.messages(text).getByRole('button', { name: 'Delete message' }).click();
  const dialog = second.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(second.messages(text)).toHaveCount(0);
  // The second tab has taken over from the first what all tabs get from the server.
  const after = uniqueText('Afterwards');
  await second.write(after);
  await second.expectStatus(after, 'delivered');
  await goOn();
  await expect(ada.messages(after)).toHaveCount(1);
  await expect(ada.messages(text)).toHaveCount(0);
});
