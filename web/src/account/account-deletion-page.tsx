import { useEffect, useState } from 'react';
import { RECENT_SIGN_IN_REQUIRED, type AccountDeletion } from '@plaza/shared/api';
import { CallError, type CallProblem } from '../firebase/call-function.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { DeleteAccountDialog } from './delete-account-dialog.tsx';
import { markDeletion } from './deletion-mark.ts';
import { leaveAccount } from './leave-account.ts';
import { runDeletion } from './run-deletion.ts';

/** The page of an account that is being deleted, until it is gone. A reload goes on from there. */
export function AccountDeletionPage({ uid }: { readonly uid: string }) {
  const [attempt, setAttempt] = useState(0);
  return <Attempt key={attempt} uid={uid} onRetry={() => setAttempt(attempt + 1)} />;
}

function Attempt({ uid, onRetry }: { readonly uid: string; readonly onRetry: () => void }) {
  const [progress, setProgress] = useState<AccountDeletion>();
  const [problem, setProblem] = useState<CallProblem>();

  useEffect(() => {
    const stopping = new AbortController();
    runDeletion(setProgress, stopping.signal)
      .then(() => (stopping.signal.aborted ? undefined : leaveAccount(uid)))
      .catch((error: unknown) => {
        if (stopping.signal.aborted) return;
        setProblem(error instanceof CallError ? error.problem : 'unknown');
      });
    return () => stopping.abort();
  }, [uid]);

  return (
    <FullPage>
      <h1>{t('deleteAccount.running')}</h1>
      <p role="status">
        {progress === undefined
          ? t('deleteAccount.begun')
          : t('deleteAccount.progress', {
              deleted: progress.deletedMessages,
              left: progress.remainingMessages,
            })}
      </p>
      {problem !== undefined && (
        <>
          <p role="alert">{t(problem === 'offline' ? 'problem.offline' : 'problem.unknown')}</p>
          <Button onClick={onRetry}>{t('app.tryAgain')}</Button>
        </>
      )}
      {problem === RECENT_SIGN_IN_REQUIRED && (
        <DeleteAccountDialog
          unsent={0}
          onConfirmed={() => Promise.resolve(onRetry())}
          onClose={() => markDeletion('')}
        />
      )}
    </FullPage>
  );
}
