import type { ImageContentType } from '@plaza/shared/attachment';

/** An image that is ready to be sent: upright, without metadata, within `UPLOAD_MAX_BYTES`. */
export interface PreparedImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: ImageContentType;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** A ThumbHash in base64. */
  readonly placeholder: string;
  /** The author's description; may be empty. */
  readonly alt: string;
}
