import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { archivePath, messagePath } from '@plaza/shared/paths';
import { withoutTriggers } from '../../tools/suite/without-triggers.ts';
import { db } from './backend.ts';

/** A message, and the copy of it in the archive, which goes with it. */
async function writeTwice(messageId: string) {
  const [message, copy] = [db.doc(messagePath(messageId)), db.doc(archivePath(messageId))];
  for (const document of [copy, message]) {
    await document.set({ status: 'delivered', attachments: [] });
  }
  const hasCopy = async () => (await copy.get()).exists;
  return { message, hasCopy };
}

test('[SU15] what a test clears away sets no function off', async () => {
  const cleared = await writeTwice(randomUUID());
  const deleted = await writeTwice(randomUUID());
  await withoutTriggers(process.env, () => cleared.message.delete());
  await deleted.message.delete();
  await expect.poll(deleted.hasCopy).toBe(false);
  expect(await cleared.hasCopy()).toBe(true);
});
