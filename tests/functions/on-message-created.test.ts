import { randomUUID } from 'node:crypto';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { FieldValue, getFirestore, type Firestore } from 'firebase-admin/firestore';
import { afterAll, expect, test } from 'vitest';
import { messagePath } from '@plaza/shared/paths';
import { deliverMessage } from '../../functions/src/messages/deliver-message.ts';

const app = initializeApp({ projectId: process.env['GCLOUD_PROJECT'] ?? '' });
const db = getFirestore(app);

afterAll(() => deleteApp(app));

async function createMessage(db: Firestore): Promise<string> {
  const messageId = randomUUID();
  await db.doc(messagePath(messageId)).create({
    uid: 'ada',
    username: 'Ada',
    text: 'Hello',
    createdAt: FieldValue.serverTimestamp(),
    shard: 0,
    status: 'sent',
    attachments: [],
  });
  return messageId;
}

/** Resolves when the document has this status, as a listener sees it. */
function untilStatus(messageId: string, status: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = db.doc(messagePath(messageId)).onSnapshot((snapshot) => {
      if (snapshot.get('status') !== status) return;
      stop();
      resolve();
    }, reject);
  });
}

test('[FN1] a created message becomes delivered through the real trigger', async () => {
  const messageId = await createMessage(db);
  await expect(untilStatus(messageId, 'delivered')).resolves.toBeUndefined();
});

test('[FN2] the same event twice leaves one delivered message, otherwise unchanged', async () => {
  const messageId = await createMessage(db);
  await untilStatus(messageId, 'delivered');
  const before = await db.doc(messagePath(messageId)).get();
  await deliverMessage(db, messageId);
  await deliverMessage(db, messageId);
  const after = await db.doc(messagePath(messageId)).get();
  expect(after.data()).toEqual(before.data());
});

test('[FN2] an event for a message deleted meanwhile brings nothing back', async () => {
  const messageId = await createMessage(db);
  await untilStatus(messageId, 'delivered');
  await db.doc(messagePath(messageId)).delete();
  await deliverMessage(db, messageId);
  expect((await db.doc(messagePath(messageId)).get()).exists).toBe(false);
});
