import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { ATTACHMENTS_MAX } from '@plaza/shared/limits';
import type { ArchivedMessage, Message } from '@plaza/shared/message';
import { archivePath, messagePath, uploadPath } from '@plaza/shared/paths';
import { imageObject, thumbnailObject } from '../images/image-objects.ts';
import { objectKey } from '../images/object-key.ts';
import { deleteObject } from '../images/stored-object.ts';
import type { Backend } from '../platform/backend.ts';
import { isSameMessage } from './is-same-message.ts';

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
  const { movedFrom } = (archived.data() as Partial<ArchivedMessage> | undefined) ?? {};
  if (movedFrom !== undefined && movedFrom.valueOf() === deleted.updateTime?.valueOf())
    return 'moved';
  return removeMessage(backend, deleted.id, deleted.data() as Message);
}

/**
 * Removes what belongs to a message that was deleted: its images and thumbnails, which have addresses of
 * their own, and, unless its author has sent another message under its id meanwhile, its uploads and its
 * copy in the archive. It only deletes, so it may run again, late, and before or after the pipeline.
 */
export async function removeMessage(
  backend: Backend,
  messageId: string,
  deleted: Message,
): Promise<Removal> {
  const { db } = backend;
  const document = db.doc(messagePath(messageId));
  const hasImages = deleted.attachments.length > 0;
  if (hasImages) {
    const found = (await document.get()).data() as Message | undefined;
    if (isSameMessage(found, deleted)) return 'replaced';
    await deleteImages(backend, messageId, deleted);
  }
  return db.runTransaction(async (transaction) => {
    const copy = db.doc(archivePath(messageId));
    const [message, archived] = (await transaction.getAll(document, copy)).map(
      (snapshot) => snapshot.data() as Message | undefined,
    );
    if (message !== undefined) return 'replaced';
    if (archived !== undefined && !isSameMessage(archived, deleted)) return 'replaced';
    transaction.delete(copy);
    const uploads = hasImages ? ATTACHMENTS_MAX : 0;
    for (let index = 0; index < uploads; index += 1)
      transaction.delete(db.doc(uploadPath(messageId, index)));
    return 'removed';
  });
}

async function deleteImages(
  { db, bucket }: Backend,
  messageId: string,
  { createdAt, attachments }: Message,
): Promise<void> {
  const key = await objectKey(db);
  const objects = attachments.flatMap((_, index) =>
    [imageObject, thumbnailObject].map((at) => at(key, { messageId, createdAt }, index)),
  );
  await Promise.all(objects.map(({ path }) => deleteObject(bucket, path)));
}
