import type { Locator } from '@playwright/test';
import { senderPath } from '@plaza/shared/paths';
import { db, uidOf } from './backend.ts';
import { expect, test, uniqueText } from './people.ts';

const PHONE = { viewport: { width: 390, height: 700 }, isMobile: true, hasTouch: true };

/** Seen without hovering, and as large as a finger. */
async function expectPressable(button: Locator): Promise<void> {
  await expect(button.locator('..')).toHaveCSS('opacity', '1');
  const box = await button.boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(43.5);
  expect(box?.height).toBeGreaterThanOrEqual(43.5);
}

test('[SH20] what can be done with a message is reached by finger', async ({ join }) => {
  const ada = await join('Ada', PHONE);
  const bob = await join('Bob');
  const { page } = ada;
  const cancel = page.getByRole('dialog').getByRole('button', { name: 'Cancel' });

  const theirs = uniqueText('From Bob');
  await bob.write(theirs);
  const report = ada.messages(theirs).getByRole('button', { name: 'Report message' });
  await ada.messages(theirs).getByText(theirs).tap();
  await expectPressable(report);
  await report.tap();
  await cancel.tap();

  const avatar = await ada.messages(theirs).locator('[aria-hidden="true"]').first().boundingBox();
  await page.touchscreen.tap((avatar?.x ?? 0) + 18, (avatar?.y ?? 0) + 18);
  await page
    .getByRole('dialog', { name: bob.username })
    .getByRole('button', { name: 'Close' })
    .tap();

  const own = uniqueText('From Ada');
  await ada.write(own);
  await ada.expectSent(own);
  const remove = ada.messages(own).getByRole('button', { name: 'Delete message' });
  await expect(remove.locator('..')).toHaveCSS('opacity', '0');
  await ada.messages(own).getByText(own).tap();
  await expectPressable(remove);
  await remove.tap();
  await cancel.tap();

  const ledger = db.doc(senderPath(await uidOf(ada.username)));
  const kept = (await ledger.get()).data() ?? {};
  await ledger.delete();
  const failing = uniqueText('Will fail');
  await ada.write(failing);
  await ada.expectStatus(failing, 'failed');
  await ledger.set(kept);
  for (const name of ['Edit', 'Discard', 'Retry']) {
    await expectPressable(ada.messages(failing).getByRole('button', { name }));
  }
  await ada.messages(failing).getByRole('button', { name: 'Retry' }).tap();
  await ada.expectSent(failing);
});
