import type { AccountDeletion } from '@plaza/shared/api';
import { callFunction, CallError } from '../firebase/call-function.ts';

/** What a function lets through when it is asked too often, in milliseconds. */
const PAUSE_MS = 3_000;
const LOCK = 'plaza.account-deletion';

/**
 * Has the account deleted, one tab at a time, and tells the progress. May be begun again at any point.
 * @throws CallError
 */
export function runDeletion(
  onProgress: (progress: AccountDeletion) => void,
  signal: AbortSignal,
): Promise<void> {
  return navigator.locks.request(LOCK, { signal }, async () => {
    while (!signal.aborted) {
      const progress = await callPatiently(signal);
      if (progress === null) continue;
      onProgress(progress);
      if (progress.done) return;
    }
  });
}

async function callPatiently(signal: AbortSignal): Promise<AccountDeletion | null> {
  try {
    return await callFunction('deleteAccount');
  } catch (error) {
    if (!(error instanceof CallError && error.problem === 'busy') || signal.aborted) throw error;
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE_MS);
    });
    return null;
  }
}
