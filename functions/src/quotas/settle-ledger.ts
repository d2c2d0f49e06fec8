import { GrpcStatus, Timestamp, type Firestore } from 'firebase-admin/firestore';
import { LEDGER_BURST, LEDGER_CREDIT_MAX, LEDGER_RATE_PER_SECOND } from '@plaza/shared/limits';
import { senderPath } from '@plaza/shared/paths';
import type { Sender } from '@plaza/shared/sender';
import { hasCode } from '../platform/has-code.ts';

/**
 * Brings a ledger to where the rules should find it: the block that the quota asks for, and idle
 * credit capped by moving `since` forward. A message committed after the ledger was read spends of
 * the new credit as it would have of the old, so nothing has to be locked.
 */
export async function settleLedger(
  db: Firestore,
  uid: string,
  ledger: Sender,
  blockedUntil: number,
  now: number,
): Promise<void> {
  const changes = { ...blockIn(ledger, blockedUntil, now), ...creditIn(ledger, now) };
  if (Object.keys(changes).length === 0) return;
  try {
    await db.doc(senderPath(uid)).update(changes);
  } catch (error) {
    // The account has been deleted meanwhile.
    if (!hasCode(error, GrpcStatus.NOT_FOUND)) throw error;
  }
}

/** For what spends credit and is not counted: a report. */
export async function capCredit(db: Firestore, uid: string, now: number): Promise<void> {
  const ledger = (await db.doc(senderPath(uid)).get()).data() as Sender | undefined;
  if (ledger !== undefined) await settleLedger(db, uid, ledger, 0, now);
}

function blockIn(ledger: Sender, blockedUntil: number, now: number): Partial<Sender> {
  const isNew = blockedUntil > (ledger.blockedUntil?.toMillis() ?? 0);
  if (!isNew || blockedUntil <= now) return {};
  return { blockedUntil: Timestamp.fromMillis(blockedUntil) };
}

function creditIn({ since, count }: Sender, now: number): Partial<Sender> {
  const credit = LEDGER_BURST + ((now - since.toMillis()) / 1_000) * LEDGER_RATE_PER_SECOND - count;
  if (credit <= LEDGER_CREDIT_MAX) return {};
  return {
    since: Timestamp.fromMillis(Math.floor(now - (count / LEDGER_RATE_PER_SECOND) * 1_000)),
  };
}
