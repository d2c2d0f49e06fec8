import {
  deleteDoc,
  doc,
  getDocFromServer,
  writeBatch,
  type DocumentReference,
  type DocumentSnapshot,
  type Firestore,
} from 'firebase/firestore';
import { archivePath, messagePath } from '@plaza/shared/paths';
import type { MessageCollection } from './person-messages.ts';
import { firestoreProblemFrom } from './firestore-problem.ts';
import { openDatabase } from './firestore.ts';

/** A rejected batch is repeated one by one, so it is not the largest possible. */
const BATCH_MESSAGES = 100;
const ASK_AGAIN_MS = 5_000;

export interface MessageRef {
  readonly messageId: string;
  readonly collection: MessageCollection;
}

/**
 * Deletes own messages for everybody, here at once. Calls back with those that the server has
 * confirmed, some at a time. Without a network it does not settle: the deletion is kept on this device.
 * @throws FirestoreError
 */
export async function deleteMessages(
  refs: readonly MessageRef[],
  onDeleted: (some: readonly MessageRef[]) => void,
): Promise<void> {
  const { db } = await openDatabase();
  const batches = [];
  for (let start = 0; start < refs.length; start += BATCH_MESSAGES) {
    const some = refs.slice(start, start + BATCH_MESSAGES);
    batches.push(deleteBatch(db, some).then(() => onDeleted(some)));
  }
  await Promise.all(batches);
}

async function deleteBatch(db: Firestore, refs: readonly MessageRef[]): Promise<void> {
  const batch = writeBatch(db);
  for (const { collection, messageId } of refs) batch.delete(doc(db, collection, messageId));
  try {
    await batch.commit();
  } catch (error) {
    // One of them has moved to the archive meanwhile, or is gone: the rules refuse the whole batch.
    if (firestoreProblemFrom(error) !== 'refused') throw error;
    for (const { messageId } of refs) await deleteWhereItIs(db, messageId);
  }
}

async function deleteWhereItIs(db: Firestore, messageId: string): Promise<void> {
  for (const path of [messagePath(messageId), archivePath(messageId)]) {
    const snapshot = await readFromServer(doc(db, path));
    if (snapshot.exists()) await deleteDoc(snapshot.ref);
  }
}

/** Without a network it waits for one, as a write does. */
async function readFromServer(ref: DocumentReference): Promise<DocumentSnapshot> {
  try {
    return await getDocFromServer(ref);
  } catch (error) {
    if (firestoreProblemFrom(error) !== 'offline') throw error;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    return readFromServer(ref);
  }
}
