import { deletionsUntouchedSince } from '@plaza/shared/query-spec';
import {
  deleteAccount,
  LEFT_ALONE_MS,
  TOKEN_MS,
  type AccountBackend,
  type Deletion,
} from '../account/delete-account.ts';
import { toQuery } from '../platform/to-query.ts';
import { mendEach, type OnFailure } from './mend-each.ts';

const DELETIONS_PER_RUN = 200;
/** For all of them. */
const BUDGET_MS = 60_000;

/**
 * Ends the deletions of accounts that their owners have left half done, and goes once more over
 * those that have ended, when no token of theirs is good any more.
 */
export async function finishDeletions(
  backend: AccountBackend,
  onFailure: OnFailure,
): Promise<number> {
  const { db, now } = backend;
  const startedAt = now();
  const before = new Date(startedAt - LEFT_ALONE_MS);
  const { docs } = await toQuery(db, deletionsUntouchedSince(before, DELETIONS_PER_RUN)).get();
  return mendEach(docs, onFailure, async (deletion) => {
    const { finishedAt } = deletion.data() as Deletion;
    if (finishedAt !== null && finishedAt.toMillis() > now() - TOKEN_MS) return false;
    const leftMs = startedAt + BUDGET_MS - now();
    if (leftMs <= 0) return false;
    const { done } = await deleteAccount(backend, deletion.id, leftMs);
    if (finishedAt !== null && done) await deletion.ref.delete();
    return finishedAt === null;
  });
}
