import { createHmac, randomBytes } from 'node:crypto';
import type { Firestore } from 'firebase-admin/firestore';
import { backendPath } from '@plaza/shared/paths';

const known = new WeakMap<Firestore, Promise<Buffer>>();

/**
 * The key from which the names and the download tokens of stored objects are derived: whoever does
 * not have it cannot guess them, and each run of the same event arrives at the same ones. Made at
 * the first use of the project, read once by each instance.
 */
export function objectKey(db: Firestore): Promise<Buffer> {
  const key = known.get(db) ?? readOrCreateKey(db);
  known.set(db, key);
  key.catch(() => known.delete(db));
  return key;
}

async function readOrCreateKey(db: Firestore): Promise<Buffer> {
  const document = db.doc(backendPath('object-key'));
  return db.runTransaction(async (transaction) => {
    const found: unknown = (await transaction.get(document)).get('key');
    if (Buffer.isBuffer(found)) return found;
    const key = randomBytes(32);
    transaction.create(document, { key });
    return key;
  });
}

/** 128 bits, as 32 hexadecimal digits. */
export function deriveId(key: Buffer, purpose: string): string {
  return createHmac('sha256', key).update(purpose).digest('hex').slice(0, 32);
}
