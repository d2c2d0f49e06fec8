import type { ImageContentType } from './attachment.ts';

/**
 * messages/{messageId}/uploads/{n}: the bytes of attachment n, until the pipeline has published
 * images made of them. `Bytes` is what the SDK takes them for: a Buffer in the Admin SDK.
 */
export interface Upload<Bytes> {
  readonly bytes: Bytes;
  readonly contentType: ImageContentType;
}
