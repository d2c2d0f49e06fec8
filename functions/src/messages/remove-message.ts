import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { ATTACHMENTS_MAX } from '@plaza/shared/limits';
import type { ArchivedMessage, Message } from '@plaza/shared/message';
import {
  archivePath,
  attachmentFolder,
  messagePath,
  thumbnailFolder,
  uploadPath,
} from '@plaza/shared/paths';
import { deleteFolder } from '../images/stored-object.ts';
import type { Backend } from '../platform/backend.ts';

/** `replaced`: under the same id there is another message now, which keeps what it has. */
export type Removal = 'removed' | 'moved' | 'replaced';

/**
 * Cleans up behind a message that was deleted from messages/; `deleted` is what it was. A message that
 * has moved to the archive in that commit keeps all that it has.
 */
export async function removeDeletedMessage(
  backend: Backend,
  deleted: DocumentSnapshot,
): Promise<Removal> {
  const archived = await backend.db.doc(archivePath(deleted.id)).get();
  const { movedFrom, createdAt } = (archived.data() as Partial<ArchivedMessage> | undefined) ?? {};
  if (movedFrom !== undefined && movedFrom.valueOf() === deleted.updateTime?.valueOf())
    return 'moved';
  const message = deleted.data() as Message;
  if (archived.exists && createdAt?.valueOf() !== message.createdAt?.valueOf()) return 'replaced';
  return removeMessage(backend, deleted.id, message.attachments.length > 0);
}

/**
 * Removes what belongs to a message that was deleted: its copy in the archive, its uploads, images
 * and thumbnails. It only deletes, so it may run again, late, and before or after the pipeline. If its
 * author has sent another message under its id meanwhile, that one writes over the images, or else the
 * reconciliation sweeps them.
 */
export async function removeMessage(
  { db, bucket }: Backend,
  messageId: string,
  hasImages: boolean,
): Promise<Removal> {
  if ((await db.doc(messagePath(messageId)).get()).exists) return 'replaced';
  const batch = db.batch().delete(db.doc(archivePath(messageId)));
  const uploads = hasImages ? ATTACHMENTS_MAX : 0;
  for (let index = 0; index < uploads; index += 1)
    batch.delete(db.doc(uploadPath(messageId, index)));
  const folders = hasImages ? [attachmentFolder(messageId), thumbnailFolder(messageId)] : [];
  await Promise.all([batch.commit(), ...folders.map((folder) => deleteFolder(bucket, folder))]);
  return 'removed';
}
