import type { ImageContentType } from './attachment.ts';

/**
 * messages/{messageId}/uploads/{n}: the bytes of attachment n, until the pipeline has moved them to
 * Cloud Storage. `Bytes` is the web SDK's Bytes there, a Buffer in the Admin SDK.
 */
export interface Upload<Bytes> {
  readonly bytes: Bytes;
  readonly contentType: ImageContentType;
}
