import {
  collection,
  deleteDoc,
  doc,
  increment,
  onSnapshot,
  serverTimestamp,
  writeBatch,
  type FirestoreError,
} from 'firebase/firestore';
import { LIVE_MESSAGES, SHARD_COUNT } from '@plaza/shared/limits';
import type { Message } from '@plaza/shared/message';
import { MESSAGES, messagePath, senderPath } from '@plaza/shared/paths';
import { newestMessages } from '@plaza/shared/query-spec';
import { openDatabase } from './firestore.ts';
import { toQuery } from './to-query.ts';

export interface MessageSnapshot {
  readonly messageId: string;
  readonly message: Message;
  /** The server has not confirmed it yet. */
  readonly isPending: boolean;
}

/** Calls back with the newest messages, oldest first, on every change. Pending ones come last. */
export async function subscribeToMessages(
  onMessages: (messages: readonly MessageSnapshot[]) => void,
  onError: (error: FirestoreError) => void,
): Promise<() => void> {
  const { db } = await openDatabase();
  return onSnapshot(
    toQuery(db, newestMessages(LIVE_MESSAGES)),
    { includeMetadataChanges: true },
    (snapshot) => {
      const newestFirst = snapshot.docs.map((document) => ({
        messageId: document.id,
        message: document.data() as Message,
        isPending: document.metadata.hasPendingWrites,
      }));
      onMessages(newestFirst.toReversed());
    },
    onError,
  );
}

export interface NewMessage {
  readonly uid: string;
  readonly username: string;
  readonly text: string;
}

/**
 * Commits a message and its ledger entry as one. Offline the promise does not settle: never wait
 * for it before going on.
 * @throws FirestoreError when the rules refuse the commit
 */
export async function sendMessage({ uid, username, text }: NewMessage): Promise<void> {
  const { db } = await openDatabase();
  const message = doc(collection(db, MESSAGES));
  const batch = writeBatch(db);
  batch.set(message, {
    uid,
    username,
    text,
    createdAt: serverTimestamp(),
    shard: Math.floor(Math.random() * SHARD_COUNT),
    status: 'sent',
    attachments: [],
  });
  batch.update(doc(db, senderPath(uid)), {
    count: increment(1),
    updatedAt: serverTimestamp(),
    lastMessageId: message.id,
  });
  await batch.commit();
}

/** Deletes a message at once here, and for everybody as soon as the network allows. */
export async function deleteMessage(messageId: string): Promise<void> {
  const { db } = await openDatabase();
  await deleteDoc(doc(db, messagePath(messageId)));
}
