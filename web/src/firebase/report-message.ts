import {
  doc,
  getDocFromServer,
  increment,
  runTransaction,
  serverTimestamp,
  type Firestore,
} from 'firebase/firestore';
import { LEDGER_BURST, LEDGER_RATE_PER_SECOND } from '@plaza/shared/limits';
import { archivePath, messagePath, reportPath, senderPath } from '@plaza/shared/paths';
import type { ReportReason } from '@plaza/shared/report';
import type { Sender } from '@plaza/shared/sender';
import { firestoreProblemFrom } from './firestore-problem.ts';
import { openDatabase } from './firestore.ts';

/** `too-many`: a report counts as a message does, and the quota is spent. */
export type ReportOutcome = 'reported' | 'already' | 'gone' | 'too-many';

/**
 * Tells the moderators about a message, which fails without a network instead of waiting for it.
 * @throws FirestoreError
 */
export async function reportMessage(
  uid: string,
  messageId: string,
  reason: ReportReason,
  now: number,
): Promise<ReportOutcome> {
  const { db } = await openDatabase();
  const path = reportPath(messageId, uid);
  try {
    await runTransaction(db, async (transaction) => {
      const createdAt = serverTimestamp();
      transaction.set(doc(db, path), { messageId, uid, reason, createdAt });
      transaction.update(doc(db, senderPath(uid)), {
        count: increment(1),
        updatedAt: serverTimestamp(),
        lastMessageId: doc(db, path).id,
      });
    });
    return 'reported';
  } catch (error) {
    if (firestoreProblemFrom(error) !== 'refused') throw error;
    return reasonOfRefusal(db, uid, messageId, now);
  }
}

/** Reports cannot be read: what else could have been the reason is. */
async function reasonOfRefusal(
  db: Firestore,
  uid: string,
  messageId: string,
  now: number,
): Promise<ReportOutcome> {
  const [ledger, message, archived] = await Promise.all(
    [senderPath(uid), messagePath(messageId), archivePath(messageId)].map((path) =>
      getDocFromServer(doc(db, path)),
    ),
  );
  if (isSpent(ledger?.data() as Sender | undefined, now)) return 'too-many';
  return message?.exists() === true || archived?.exists() === true ? 'already' : 'gone';
}

function isSpent(ledger: Sender | undefined, now: number): boolean {
  if (ledger === undefined) return false;
  const { count, since, blockedUntil } = ledger;
  const seconds = (now - since.toMillis()) / 1_000;
  const isBlocked = blockedUntil !== null && blockedUntil.toMillis() > now;
  return isBlocked || count + 1 > LEDGER_BURST + LEDGER_RATE_PER_SECOND * seconds;
}
