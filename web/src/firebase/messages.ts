import { deleteDoc, doc, onSnapshot, type FirestoreError } from 'firebase/firestore';
import { LIVE_MESSAGES } from '@plaza/shared/limits';
import type { Message } from '@plaza/shared/message';
import { messagePath } from '@plaza/shared/paths';
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

/** Deletes a message at once here, and for everybody as soon as the network allows. */
export async function deleteMessage(messageId: string): Promise<void> {
  const { db } = await openDatabase();
  await deleteDoc(doc(db, messagePath(messageId)));
}
