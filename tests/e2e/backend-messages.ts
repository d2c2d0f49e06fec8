import { randomUUID } from 'node:crypto';
import { FieldValue } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import type { Attachment } from '@plaza/shared/attachment';
import type { Message } from '@plaza/shared/message';
import { MESSAGES, messagePath, uploadPath } from '@plaza/shared/paths';
import { processMessage } from '../../functions/src/messages/process-message.ts';
import { app, db, uidOf } from './backend.ts';

/** A message as only a broken client sends it: one picture that is none, and one that does not come. */
export async function sendBrokenPictures(username: string, text: string): Promise<void> {
  const message = db.doc(messagePath(randomUUID()));
  const batch = db.batch();
  const attachment: Attachment = {
    width: 800,
    height: 600,
    contentType: 'image/jpeg',
    placeholder: '',
    alt: 'What was broken',
    state: 'processing',
    url: null,
    thumbUrl: null,
    reason: null,
  };
  batch.set(message, {
    uid: await uidOf(username),
    username,
    text,
    createdAt: FieldValue.serverTimestamp(),
    shard: 0,
    status: 'sent',
    attachments: [attachment, attachment],
  });
  batch.set(db.doc(uploadPath(message.id, 0)), {
    bytes: Buffer.from('no picture'),
    contentType: 'image/jpeg',
  });
  await batch.commit();
}

/** Runs the pipeline on the message with this text, as its trigger does. */
export async function publish(text: string): Promise<void> {
  const found = await db.collection(MESSAGES).where('text', '==', text).get();
  const [message] = found.docs;
  if (message === undefined) throw new Error(`There is no message "${text}".`);
  const backend = { db, bucket: getStorage(app).bucket(), now: Date.now };
  await processMessage(backend, message.id, message.data() as Message);
}

/** Delivered, so that the backend has nothing to do with them but to see that. All at once. */
export async function writeNow(texts: readonly string[], username = 'Somebody'): Promise<void> {
  const batch = db.batch();
  for (const text of texts) {
    batch.set(db.doc(messagePath(randomUUID())), {
      uid: username.toLowerCase(),
      username,
      text,
      createdAt: FieldValue.serverTimestamp(),
      shard: 0,
      status: 'delivered',
      attachments: [],
    });
  }
  await batch.commit();
}

/** Each commit makes the emulator tell every page all that its window holds: what is left behind costs all later tests time. */
export async function deleteMessagesOf(usernames: readonly string[]): Promise<void> {
  if (usernames.length === 0) return;
  const found = await db.collection(MESSAGES).where('username', 'in', usernames).get();
  const batch = db.batch();
  for (const { ref } of found.docs) batch.delete(ref);
  await batch.commit();
}
