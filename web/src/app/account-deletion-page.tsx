import { useEffect, useRef, useState } from 'react';
import { RECENT_SIGN_IN_REQUIRED, type AccountDeletion } from '@plaza/shared/api';
import { DeleteAccountDialog } from '../account/delete-account-dialog.tsx';
import { begunUids, markDeletion, noteBegun } from '../account/deletion-mark.ts';
import { runDeletion } from '../account/run-deletion.ts';
import { signOut } from '../firebase/auth.ts';
import { CallError, type CallProblem } from '../firebase/call-function.ts';
import { t } from '../i18n/t.ts';
import { ACCOUNT_DELETED } from '../people/farewell.ts';
import { Button } from '../ui/button.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { leaveAccount } from './leave-account.ts';

export interface AccountDeletionPageProps {
  readonly uid: string;
  /** The account is gone, perhaps while the page was away; or the browser has lost who was signed in. */
  readonly isSignedOut: boolean;
}

/** The page of an account that is being deleted, until it is gone. A reload goes on from there. */
export function AccountDeletionPage(props: AccountDeletionPageProps) {
  const [attempt, setAttempt] = useState(0);
  return <Attempt key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

interface AttemptProps extends AccountDeletionPageProps {
  readonly onRetry: () => void;
}

function Attempt({ uid, isSignedOut, onRetry }: AttemptProps) {
  const [progress, setProgress] = useState<AccountDeletion>();
  const [problem, setProblem] = useState<CallProblem>();
  const hasBegun = useRef(begunUids().includes(uid));

  useEffect(() => {
    if (isSignedOut) {
      void leaveAccount(uid, hasBegun.current ? ACCOUNT_DELETED : '');
      return undefined;
    }
    const stopping = new AbortController();
    function hear(next: AccountDeletion): void {
      hasBegun.current = true;
      noteBegun(uid);
      setProgress(next);
    }
    runDeletion(hear, stopping.signal)
      .then(() => (stopping.signal.aborted ? undefined : signOut()))
      .catch((error: unknown) => {
        if (stopping.signal.aborted) return;
        setProblem(error instanceof CallError ? error.problem : 'unknown');
      });
    return () => stopping.abort();
  }, [uid, isSignedOut]);

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
        <DeleteAccountDialog unsent={0} onConfirmed={onRetry} onClose={() => markDeletion('')} />
      )}
    </FullPage>
  );
}

/** For somebody whose account is being deleted from another device. */
export function LeavingPage({ uid }: { readonly uid: string }) {
  useEffect(() => noteBegun(uid), [uid]);
  return (
    <FullPage>
      <h1>{t('deleteAccount.running')}</h1>
      <p role="status">{t('deleteAccount.elsewhere')}</p>
      <Button onClick={() => void leaveAccount(uid, ACCOUNT_DELETED)}>
        {t('account.signOut')}
      </Button>
    </FullPage>
  );
}
