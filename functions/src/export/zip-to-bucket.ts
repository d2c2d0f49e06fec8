import { once } from 'node:events';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { StoredObject } from '../images/stored-object.ts';
import type { Bucket } from '../platform/backend.ts';

export interface ZipWriter {
  /** Bytes written so far. */
  readonly bytes: number;
  /** Images are as small as they get: they go in as they are. */
  add(name: string, content: Buffer, isCompressed: boolean): Promise<void>;
  /** Resolves when the object is stored. */
  end(): Promise<void>;
}

/** Writes a zip file into Cloud Storage while it grows, so that memory holds what is being added only. */
export function zipToBucket(bucket: Bucket, { path, token }: StoredObject): ZipWriter {
  const stream = bucket.file(path).createWriteStream({
    resumable: false,
    contentType: 'application/zip',
    metadata: {
      cacheControl: 'private, no-store',
      contentDisposition: `attachment; filename="${path.slice(path.lastIndexOf('/') + 1)}"`,
      metadata: { firebaseStorageDownloadTokens: token },
    },
  });
  const stored = once(stream, 'finish');
  stored.catch(() => {});
  let bytes = 0;
  let isFull = false;
  const zip = new Zip((error, chunk, isLast) => {
    if (error !== null) {
      stream.destroy(error);
      return;
    }
    bytes += chunk.length;
    isFull = !stream.write(chunk);
    if (isLast) stream.end();
  });
  return {
    get bytes() {
      return bytes;
    },
    async add(name, content, isCompressed) {
      const entry = isCompressed ? new ZipDeflate(name) : new ZipPassThrough(name);
      zip.add(entry);
      entry.push(content, true);
      if (isFull) await Promise.race([once(stream, 'drain'), stored]);
    },
    async end() {
      zip.end();
      await stored;
    },
  };
}
