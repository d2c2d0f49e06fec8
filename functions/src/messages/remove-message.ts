import { ATTACHMENTS_MAX } from '@plaza/shared/limits';
import { archivePath, attachmentFolder, thumbnailFolder, uploadPath } from '@plaza/shared/paths';
import { deleteFolder } from '../images/stored-object.ts';
import type { Backend } from '../platform/backend.ts';

/**
 * Removes what belongs to a message that was deleted: its copy in the archive, its uploads, images
 * and thumbnails. It only deletes, so it may run again, late, and before or after the pipeline.
 */
export async function removeMessage(backend: Backend, messageId: string): Promise<void> {
  const { db, bucket } = backend;
  const batch = db.batch().delete(db.doc(archivePath(messageId)));
  for (let index = 0; index < ATTACHMENTS_MAX; index += 1) {
    batch.delete(db.doc(uploadPath(messageId, index)));
  }
  await Promise.all([
    batch.commit(),
    deleteFolder(bucket, attachmentFolder(messageId)),
    deleteFolder(bucket, thumbnailFolder(messageId)),
  ]);
}
