import type { Attachment, RejectionReason } from '@plaza/shared/attachment';
import { attachmentObjectPath, thumbnailObjectPath } from '@plaza/shared/paths';
import { deriveId, objectKey } from '../images/object-key.ts';
import { renderImage } from '../images/render-image.ts';
import { downloadUrl, saveObject, type StoredObject } from '../images/stored-object.ts';
import type { Backend } from '../platform/backend.ts';
import type { TakenUpload } from './take-uploads.ts';

/**
 * Turns what was uploaded into what the room shows. Each run of it writes the same objects under the same names, so running it again, or twice at
 * once, leaves one of each.
 */
export async function publishImages(
  { db, bucket }: Backend,
  messageId: string,
  attachments: readonly Attachment[],
  uploads: readonly TakenUpload[],
): Promise<Attachment[]> {
  const key = await objectKey(db);
  return Promise.all(
    attachments.map(async (attachment, index): Promise<Attachment> => {
      const upload = uploads[index] ?? 'missing';
      if (!Buffer.isBuffer(upload)) return reject(attachment, upload);
      const rendered = await renderImage(upload);
      if (rendered.state === 'rejected') return reject(attachment, rendered.reason);
      const image = objectOf(key, messageId, index, attachmentObjectPath);
      const thumbnail = objectOf(key, messageId, index, thumbnailObjectPath);
      await Promise.all([
        saveObject(bucket, image, rendered.image.bytes, 'image/webp'),
        saveObject(bucket, thumbnail, rendered.thumbnail.bytes, 'image/webp'),
      ]);
      return {
        ...attachment,
        width: rendered.image.width,
        height: rendered.image.height,
        contentType: 'image/webp',
        state: 'ready',
        url: downloadUrl(bucket, image),
        thumbUrl: downloadUrl(bucket, thumbnail),
        reason: null,
      };
    }),
  );
}

function reject(attachment: Attachment, reason: RejectionReason): Attachment {
  return { ...attachment, state: 'rejected', url: null, thumbUrl: null, reason };
}

function objectOf(
  key: Buffer,
  messageId: string,
  index: number,
  pathOf: (messageId: string, objectId: string) => string,
): StoredObject {
  const place = pathOf(messageId, String(index));
  const path = pathOf(messageId, deriveId(key, `name of ${place}`));
  return { path, token: deriveId(key, `token of ${place}`) };
}
