import type { Attachment, RejectionReason } from '@plaza/shared/attachment';
import { imageObject, thumbnailObject, type MessageIdentity } from '../images/image-objects.ts';
import { objectKey } from '../images/object-key.ts';
import { renderImage } from '../images/render-image.ts';
import { downloadUrl, saveObject } from '../images/stored-object.ts';
import type { Backend } from '../platform/backend.ts';
import type { TakenUpload } from './take-uploads.ts';

/**
 * Turns what was uploaded into what the room shows. Each run of it writes the same objects under the same names, so running it again, or twice at
 * once, leaves one of each.
 */
export async function publishImages(
  { db, bucket }: Backend,
  message: MessageIdentity,
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
      const image = imageObject(key, message, index);
      const thumbnail = thumbnailObject(key, message, index);
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
