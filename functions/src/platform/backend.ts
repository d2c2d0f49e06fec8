import type { Firestore } from 'firebase-admin/firestore';
import type { Storage } from 'firebase-admin/storage';

export type Bucket = ReturnType<Storage['bucket']>;

/** What the logic works with; a test passes its own. */
export interface Backend {
  readonly db: Firestore;
  readonly bucket: Bucket;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
