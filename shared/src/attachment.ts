export const IMAGE_CONTENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;
export type ImageContentType = (typeof IMAGE_CONTENT_TYPES)[number];

/** Why the pipeline rejected an image. The client has a sentence for each. */
export type RejectionReason = 'not-an-image' | 'too-many-pixels' | 'too-slow' | 'missing';

/**
 * An image of a message. Size, placeholder and description come from its author, so that nothing
 * moves when the image arrives; the pipeline corrects the size and sets the rest.
 */
export interface Attachment {
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  readonly contentType: ImageContentType;
  /** A ThumbHash in base64. */
  readonly placeholder: string;
  /** The author's description for who does not see it; may be empty. */
  readonly alt: string;
  readonly state: 'processing' | 'ready' | 'rejected';
  /** Set when `ready`. */
  readonly url: string | null;
  readonly thumbUrl: string | null;
  /** Set when `rejected`. */
  readonly reason: RejectionReason | null;
}
