import { randomUUID } from 'node:crypto';
import { FieldValue, Timestamp, type Firestore } from 'firebase-admin/firestore';
import { expect } from 'vitest';
import type { Attachment } from '@plaza/shared/attachment';
import type { Message } from '@plaza/shared/message';
import { archivePath, messagePath, uploadPath } from '@plaza/shared/paths';

const CLAIMED_ATTACHMENT: Attachment = {
  width: 4,
  height: 3,
  contentType: 'image/jpeg',
  placeholder: '',
  alt: 'A test',
  state: 'processing',
  url: null,
  thumbUrl: null,
  reason: null,
};

export interface NewMessage {
  /** Random unless given. */
  messageId?: string;
  uid?: string;
  username?: string;
  text?: string;
  status?: Message['status'];
  /** Milliseconds since 1970; the server's time unless given. */
  createdAt?: number;
  /** The bytes of each upload; null claims one that is not there. */
  images?: readonly (Buffer | null)[];
}

/** Commits a message with its uploads, as a client does. */
export async function createMessage(
  db: Firestore,
  {
    messageId = randomUUID(),
    uid,
    username,
    text,
    status,
    createdAt,
    images = [],
  }: NewMessage = {},
): Promise<string> {
  const batch = db.batch();
  batch.create(db.doc(messagePath(messageId)), {
    uid: uid ?? 'ada',
    username: username ?? 'Ada',
    text: text ?? 'Hello',
    createdAt:
      createdAt === undefined ? FieldValue.serverTimestamp() : Timestamp.fromMillis(createdAt),
    shard: 0,
    status: status ?? 'sent',
    attachments: images.map(() => CLAIMED_ATTACHMENT),
  });
  images.forEach((bytes, index) => {
    if (bytes === null) return;
    batch.create(db.doc(uploadPath(messageId, index)), { bytes, contentType: 'image/jpeg' });
  });
  await batch.commit();
  return messageId;
}

/** What the archive mover does: one commit. */
export async function moveToArchive(db: Firestore, messageId: string): Promise<void> {
  const message = await db.doc(messagePath(messageId)).get();
  const archived = { ...message.data(), movedFrom: message.updateTime };
  const batch = db.batch();
  batch.create(db.doc(archivePath(messageId)), archived).delete(message.ref);
  await batch.commit();
}

/** @throws when there is no such message */
export async function readMessage(db: Firestore, messageId: string): Promise<Message> {
  const snapshot = await db.doc(messagePath(messageId)).get();
  if (!snapshot.exists) throw new Error(`There is no message ${messageId}.`);
  return snapshot.data() as Message;
}

/** Longer than any test waits. */
const PATIENCE = { timeout: 120_000 };

/** Resolves with the document when it meets the condition. It asks, as the emulator may miss to tell a listener. */
export async function untilDocument<T>(
  db: Firestore,
  path: string,
  isMet: (data: T | undefined) => boolean,
): Promise<T | undefined> {
  let data: T | undefined;
  async function look(): Promise<boolean> {
    data = (await db.doc(path).get()).data() as T | undefined;
    return isMet(data);
  }
  await expect.poll(look, PATIENCE).toBe(true);
  return data;
}

/** Resolves with the message once the pipeline has published it. */
export async function untilDelivered(db: Firestore, messageId: string): Promise<Message> {
  const isDelivered = (message?: Message) => message?.status === 'delivered';
  await untilDocument(db, messagePath(messageId), isDelivered);
  return readMessage(db, messageId);
}
