import { getAuth } from 'firebase-admin/auth';
import { HttpsError, onCall } from 'firebase-functions/v2/https';
import { RECENT_SIGN_IN_REQUIRED, type AccountDeletion } from '@plaza/shared/api';
import { RECENT_SIGN_IN_MS } from '@plaza/shared/limits';
import { deleteAccount as deleteSome, isDeletionBegun } from '../account/delete-account.ts';
import { callerOf, ENFORCE_APP_CHECK } from '../platform/caller.ts';
import { logOutcome } from '../platform/log-outcome.ts';
import { app, backend } from '../platform/project.ts';
import { REGION } from '../platform/region.ts';

/** Hosting gives up on an answer after 60 s. */
const BUDGET_MS = 15_000;

/**
 * Called by somebody who has just signed in → some more of the account is gone; the client calls
 * until it is `done`. `deleteAccount` in account/ says why a call may be repeated or cut short.
 */
export const deleteAccount = onCall(
  {
    region: REGION,
    enforceAppCheck: ENFORCE_APP_CHECK,
    // It waits for the database, a page at a time.
    concurrency: 20,
    memory: '256MiB',
    // Whoever finds no room calls again.
    maxInstances: 5,
    timeoutSeconds: 60,
  },
  async (request): Promise<AccountDeletion> => {
    const startedAt = performance.now();
    const { uid, signedInAt } = callerOf(request);
    const account = { ...backend(), auth: getAuth(app()) };
    const isRecent = signedInAt > Date.now() - RECENT_SIGN_IN_MS;
    // Who has begun may end it, however long that takes.
    if (!isRecent && !(await isDeletionBegun(account.db, uid))) {
      const message = 'Enter your password again.';
      throw new HttpsError('failed-precondition', message, { reason: RECENT_SIGN_IN_REQUIRED });
    }
    const progress = await deleteSome(account, uid, BUDGET_MS);
    if (progress.done) {
      const ms = Math.round(performance.now() - startedAt);
      logOutcome('account-deleted', { uid, count: progress.deletedMessages, ms });
    }
    return progress;
  },
);
