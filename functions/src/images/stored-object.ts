import { hasCode } from '../platform/has-code.ts';
import type { Bucket } from '../platform/backend.ts';

/** A year: an object never changes. Private, so that no cache between keeps a deleted picture. */
const CACHE_CONTROL = 'private, max-age=31536000, immutable';

export interface StoredObject {
  readonly path: string;
  /** Who has it may read the object, without an account. */
  readonly token: string;
}

/** Writes the object, or writes it again. */
export async function saveObject(
  bucket: Bucket,
  { path, token }: StoredObject,
  bytes: Buffer,
  contentType: string,
): Promise<void> {
  await bucket.file(path).save(bytes, {
    resumable: false,
    contentType,
    metadata: {
      cacheControl: CACHE_CONTROL,
      metadata: { firebaseStorageDownloadTokens: token },
    },
  });
}

/** Where a browser loads it from. */
export function downloadUrl(bucket: Bucket, { path, token }: StoredObject): string {
  const emulator = process.env['FIREBASE_STORAGE_EMULATOR_HOST'];
  const host =
    emulator === undefined ? 'https://firebasestorage.googleapis.com' : `http://${emulator}`;
  return `${host}/v0/b/${bucket.name}/o/${encodeURIComponent(path)}?alt=media&token=${token}`;
}

/** Null when there is no such object. */
export async function readObject(bucket: Bucket, path: string): Promise<Buffer | null> {
  try {
    const [bytes] = await bucket.file(path).download();
    return bytes;
  } catch (error) {
    if (hasCode(error, 404)) return null;
    throw error;
  }
}

/** Nothing there is fine. */
export async function deleteObject(bucket: Bucket, path: string): Promise<void> {
  await bucket.file(path).delete({ ignoreNotFound: true });
}

/** Deletes whatever is stored below the folder; nothing there is fine. */
export async function deleteFolder(bucket: Bucket, folder: `${string}/`): Promise<void> {
  const [files] = await bucket.getFiles({ prefix: folder });
  await Promise.all(files.map((file) => file.delete({ ignoreNotFound: true })));
}
