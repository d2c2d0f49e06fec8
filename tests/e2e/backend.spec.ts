import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { getStorage } from 'firebase-admin/storage';
import { attachmentObjectPath, messagePath } from '@plaza/shared/paths';
import { app, db, forgetEverybody } from './backend.ts';

/** An object as a picture of this message has it, and the message itself, which nothing is done with. */
async function writeWithObject(messageId: string) {
  const object = getStorage(app).bucket().file(attachmentObjectPath(messageId, '0'));
  await object.save('a picture');
  await db.doc(messagePath(messageId)).set({ status: 'delivered', attachments: [{}] });
  const exists = async () => (await object.exists())[0];
  return { exists };
}

test('[SU15] what a test clears away sets no function off', async () => {
  const cleared = await writeWithObject(randomUUID());
  await forgetEverybody();
  const messageId = randomUUID();
  const deleted = await writeWithObject(messageId);
  await db.doc(messagePath(messageId)).delete();
  await expect.poll(deleted.exists).toBe(false);
  expect(await cleared.exists()).toBe(true);
});
