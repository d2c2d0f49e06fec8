import { FieldValue, type Firestore } from 'firebase-admin/firestore';
import { quotaPath, senderPath } from '@plaza/shared/paths';
import type { Sender } from '@plaza/shared/sender';
import { NEW_QUOTA, nextBlock, staleKeys, type Quota } from './quota.ts';
import { settleLedger } from './settle-ledger.ts';

/** Old windows are removed some at a time, not with each message. */
const STALE_KEYS_MAX = 16;

/**
 * Looks at the quota of whoever sent a message of the server time `at`: sets a block if a limit is
 * passed, and the ledger that the rules read. Resolves with whether this run set a block. All of it
 * follows from documents, so it may run again, late, or beside itself.
 */
export async function enforceQuota(
  db: Firestore,
  uid: string,
  at: number,
  now: number,
): Promise<boolean> {
  const [quotaSnapshot, ledgerSnapshot] = await db.getAll(
    db.doc(quotaPath(uid)),
    db.doc(senderPath(uid)),
  );
  const quota = quotaFrom(quotaSnapshot?.data());
  const ledger = ledgerSnapshot?.data() as Sender | undefined;
  const sentUntil = ledger?.updatedAt.toMillis() ?? at;
  const isOver = nextBlock(quota, at, sentUntil) !== null;
  const blockedUntil = isOver ? await setBlock(db, uid, at, sentUntil) : null;
  if (ledger !== undefined) {
    await settleLedger(db, uid, ledger, blockedUntil ?? quota.blockedUntil, now);
  }
  await forgetStaleWindows(db, uid, quota, now);
  return blockedUntil !== null;
}

function quotaFrom(data: unknown): Quota {
  return { ...NEW_QUOTA, ...(data as Partial<Quota> | undefined) };
}

/** Null when another run was first. */
async function setBlock(
  db: Firestore,
  uid: string,
  at: number,
  sentUntil: number,
): Promise<number | null> {
  const document = db.doc(quotaPath(uid));
  return db.runTransaction(async (transaction) => {
    const quota = quotaFrom((await transaction.get(document)).data());
    const block = nextBlock(quota, at, sentUntil);
    if (block !== null) transaction.update(document, block);
    return block?.blockedUntil ?? null;
  });
}

async function forgetStaleWindows(
  db: Firestore,
  uid: string,
  quota: Quota,
  now: number,
): Promise<void> {
  const stale = staleKeys(quota, now);
  if (stale.length < STALE_KEYS_MAX) return;
  await db
    .doc(quotaPath(uid))
    .update(Object.fromEntries(stale.map((path) => [path, FieldValue.delete()])));
}
