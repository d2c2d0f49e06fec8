import { attachmentFolder, thumbnailFolder, uploadPath } from '@plaza/shared/paths';
import { ATTACHMENTS_MAX } from '@plaza/shared/limits';
import type { Backend } from '../../functions/src/platform/backend.ts';

/** Names of the objects of a message in Cloud Storage. */
export async function objectsOf({ bucket }: Backend, messageId: string): Promise<string[]> {
  const folders = [attachmentFolder(messageId), thumbnailFolder(messageId)];
  const found = await Promise.all(folders.map((prefix) => bucket.getFiles({ prefix })));
  return found.flatMap(([files]) => files.map(({ name }) => name));
}

/** How many uploads of a message are still staged. */
export async function uploadsOf({ db }: Backend, messageId: string): Promise<number> {
  const documents = Array.from({ length: ATTACHMENTS_MAX }, (_, index) =>
    db.doc(uploadPath(messageId, index)),
  );
  const uploads = await db.getAll(...documents);
  return uploads.filter(({ exists }) => exists).length;
}
