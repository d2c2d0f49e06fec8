import { deleteDoc, doc } from 'firebase/firestore';
import { ARCHIVE, archivePath, messagePath, type MESSAGES } from '@plaza/shared/paths';
import { openDatabase } from './firestore.ts';

/**
 * Deletes a message at once here, and for everybody as soon as the network allows.
 * @throws FirestoreError when the rules refuse it
 */
export async function deleteMessage(
  messageId: string,
  collection: typeof MESSAGES | typeof ARCHIVE,
): Promise<void> {
  const { db } = await openDatabase();
  const path = collection === ARCHIVE ? archivePath(messageId) : messagePath(messageId);
  await deleteDoc(doc(db, path));
}
