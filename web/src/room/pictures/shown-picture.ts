import type { Attachment } from '@plaza/shared/attachment';
import type { PreparedImage } from '../../images/prepared-image.ts';

/** A picture of a message as this page can show it. */
export interface ShownPicture {
  readonly attachment: Attachment;
  /** As this device has sent it, or is about to; null for everybody else's. */
  readonly own: PreparedImage | null;
}

export function shownPictures(
  attachments: readonly Attachment[],
  own: readonly PreparedImage[],
): readonly ShownPicture[] {
  return attachments.length > 0
    ? attachments.map((attachment, index) => ({ attachment, own: own[index] ?? null }))
    : own.map((image) => ({ attachment: attachmentFrom(image), own: image }));
}

/** Of a message that is in the outbox alone. */
function attachmentFrom(image: PreparedImage): Attachment {
  const { width, height, contentType, placeholder, alt } = image;
  const nothingYet = { state: 'processing', url: null, thumbUrl: null, reason: null } as const;
  return { width, height, contentType, placeholder, alt, ...nothingYet };
}

/** Whether there is more to see than a placeholder. */
export function isViewable({ attachment, own }: ShownPicture): boolean {
  return attachment.state === 'ready' || (attachment.state === 'processing' && own !== null);
}
