import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { ATTACHMENTS_MAX } from '@plaza/shared/limits';
import type { ArchivedMessage, Message } from '@plaza/shared/message';
import { archivePath, attachmentFolder, thumbnailFolder, uploadPath } from '@plaza/shared/paths';
import { deleteFolder } from '../images/stored-object.ts';
import type { Backend } from '../platform/backend.ts';

/**
 * Cleans up behind a message that was deleted from messages/; `deleted` is what it was. A message that
 * has moved to the archive in that commit keeps all that it has.
 */
export async function removeDeletedMessage(
  backend: Backend,
  deleted: DocumentSnapshot,
): Promise<'removed' | 'moved'> {
  const archived = await backend.db.doc(archivePath(deleted.id)).get();
  const { movedFrom } = (archived.data() as Partial<ArchivedMessage> | undefined) ?? {};
  if (movedFrom !== undefined && movedFrom.valueOf() === deleted.updateTime?.valueOf())
    return 'moved';
  const { attachments } = deleted.data() as Message;
  await removeMessage(backend, deleted.id, attachments.length > 0);
  return 'removed';
}

/**
 * Removes what belongs to a message that was deleted: its copy in the archive, its uploads, images
 * and thumbnails. It only deletes, so it may run again, late, and before or after the pipeline.
 */
export async function removeMessage(
  { db, bucket }: Backend,
  messageId: string,
  hasImages: boolean,
): Promise<void> {
  const batch = db.batch().delete(db.doc(archivePath(messageId)));
  const uploads = hasImages ? ATTACHMENTS_MAX : 0;
  for (let index = 0; index < uploads; index += 1)
    batch.delete(db.doc(uploadPath(messageId, index)));
  const folders = hasImages ? [attachmentFolder(messageId), thumbnailFolder(messageId)] : [];
  await Promise.all([batch.commit(), ...folders.map((folder) => deleteFolder(bucket, folder))]);
}
