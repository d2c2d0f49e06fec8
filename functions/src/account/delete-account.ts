import { FieldValue, Timestamp, type Firestore } from 'firebase-admin/firestore';
import type { Auth } from 'firebase-admin/auth';
import type { AccountDeletion } from '@plaza/shared/api';
import { PAGE_MAX_MESSAGES } from '@plaza/shared/limits';
import {
  ARCHIVE,
  deletionPath,
  exportFolder,
  exportPath,
  MESSAGES,
  quotaPath,
  senderPath,
  userPath,
} from '@plaza/shared/paths';
import { countedMessagesOfUser, heldClaimsOfUser, messagesOfUser } from '@plaza/shared/query-spec';
import { deleteFolder } from '../images/stored-object.ts';
import type { Backend } from '../platform/backend.ts';
import { hasCode } from '../platform/has-code.ts';
import { toQuery } from '../platform/to-query.ts';

/** So long a deletion is its owner's to go on with. */
export const LEFT_ALONE_MS = 10 * 60_000;
/** A token lives for an hour: until then the mark keeps its owner from signing up again. */
export const TOKEN_MS = 75 * 60_000;

/** deletions/{uid}: there from the moment at which an account is given up. */
export interface Deletion {
  readonly startedAt: Timestamp;
  /** The oldest are gone on with first; a finished one becomes old as its owner's token ends. */
  readonly updatedAt: Timestamp;
  readonly deletedMessages: number;
  readonly finishedAt: Timestamp | null;
}

export interface AccountBackend extends Backend {
  readonly auth: Pick<Auth, 'deleteUser'>;
}

export async function isDeletionBegun(db: Firestore, uid: string): Promise<boolean> {
  return (await db.doc(deletionPath(uid)).get()).exists;
}

/**
 * Goes on with the deletion of an account for about `budgetMs`, and begins it if need be.
 *
 * First, in one commit, the profile goes, the usernames are released, held for their owner as after
 * any rename, and the mark is set by which the reconciliation goes on if nobody else does. Without a
 * profile the rules let nobody send, and with the mark nobody sign up again, so what follows has an
 * end: the messages, whose own triggers take the images; the ledger; the account itself. Each step
 * finds what the last run has left, so it may be repeated at any point, also beside itself.
 */
export async function deleteAccount(
  backend: AccountBackend,
  uid: string,
  budgetMs: number,
): Promise<AccountDeletion> {
  const { db, bucket, auth, now } = backend;
  const deadline = now() + budgetMs;
  await giveUpName(db, uid, now());
  const isEmpty = await deleteMessages(backend, uid, deadline);
  if (isEmpty) {
    await deleteFolder(bucket, exportFolder(uid));
    const batch = db.batch();
    for (const pathOf of [exportPath, quotaPath, senderPath]) batch.delete(db.doc(pathOf(uid)));
    await batch.commit();
    await auth.deleteUser(uid).catch((error: unknown) => {
      if (!hasCode(error, 'auth/user-not-found')) throw error;
    });
    const finishedAt = now();
    await db.doc(deletionPath(uid)).update({
      finishedAt: Timestamp.fromMillis(finishedAt),
      updatedAt: Timestamp.fromMillis(finishedAt + TOKEN_MS - LEFT_ALONE_MS),
    });
  }
  const deletion = (await db.doc(deletionPath(uid)).get()).data() as Deletion | undefined;
  return {
    done: isEmpty,
    deletedMessages: deletion?.deletedMessages ?? 0,
    remainingMessages: isEmpty ? 0 : await countMessages(db, uid),
  };
}

function giveUpName(db: Firestore, uid: string, now: number): Promise<void> {
  const mark = db.doc(deletionPath(uid));
  return db.runTransaction(async (transaction) => {
    const isBegun = (await transaction.get(mark)).exists;
    const claims = await transaction.get(toQuery(db, heldClaimsOfUser(uid)));
    const time = Timestamp.fromMillis(now);
    const started = { startedAt: time, deletedMessages: 0, finishedAt: null };
    transaction.set(mark, { ...(!isBegun && started), updatedAt: time }, { merge: true });
    transaction.delete(db.doc(userPath(uid)));
    for (const claim of claims.docs) transaction.update(claim.ref, { releasedAt: time });
  });
}

/** Resolves with whether there is nothing left. */
async function deleteMessages(
  { db, now }: Backend,
  uid: string,
  deadline: number,
): Promise<boolean> {
  for (const collection of [MESSAGES, ARCHIVE] as const) {
    for (;;) {
      const spec = messagesOfUser(uid, collection, null, PAGE_MAX_MESSAGES);
      const { docs } = await toQuery(db, spec).select().get();
      if (docs.length === 0) break;
      const batch = db.batch();
      for (const { ref } of docs) batch.delete(ref);
      batch.update(db.doc(deletionPath(uid)), {
        deletedMessages: FieldValue.increment(docs.length),
        updatedAt: Timestamp.fromMillis(now()),
      });
      await batch.commit();
      if (now() > deadline) return false;
    }
  }
  return true;
}

async function countMessages(db: Firestore, uid: string): Promise<number> {
  const counts = await Promise.all(
    ([MESSAGES, ARCHIVE] as const).map(async (collection) => {
      const query = toQuery(db, countedMessagesOfUser(uid, collection, null));
      return (await query.count().get()).data().count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
