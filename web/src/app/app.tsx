import { lazy, Suspense, useEffect, useState } from 'react';
import { begunUids, useDeletionMark } from '../account/deletion-mark.ts';
import { t } from '../i18n/t.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { tellStaleChunk } from '../platform/stale-chunk.ts';
import { SignInScreen } from '../sign-in/sign-in-screen.tsx';
import { Button } from '../ui/button.tsx';
import { Floating } from '../ui/floating.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { LoadingPage } from '../ui/loading-page.tsx';
import { InstallNotice } from './install-notice.tsx';
import { UpdateNotice } from './update-notice.tsx';
import { wasInRoom } from './session.ts';
import { useSession } from './use-session.ts';

const AccountDeletionPage = lazy(() =>
  import('./account-deletion-page.tsx').then(({ AccountDeletionPage }) => ({
    default: AccountDeletionPage,
  })),
);
const LeavingPage = lazy(() =>
  import('./account-deletion-page.tsx').then(({ LeavingPage }) => ({ default: LeavingPage })),
);

const importRoom = () => import('./member.tsx');
let importing: ReturnType<typeof importRoom> | undefined;

/** One try for a page: a second one would be without the styles that the first has failed to get. */
function loadRoom(): ReturnType<typeof importRoom> {
  importing ??= importRoom();
  return importing;
}

const Member = lazy(async () => {
  try {
    return { default: (await loadRoom()).Member };
  } catch (error) {
    tellStaleChunk();
    throw error;
  }
});

export function App() {
  useLanguage();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    // Where it fails, the room says so when it is wanted.
    if (wasInRoom()) loadRoom().catch(() => {});
  }, []);
  return (
    <>
      <Screen key={attempt} onRetry={() => setAttempt(attempt + 1)} />
      <Floating>
        <UpdateNotice />
        <InstallNotice />
      </Floating>
    </>
  );
}

/** The one screen that fits the session. */
function Screen({ onRetry }: { readonly onRetry: () => void }) {
  const session = useSession();
  const markedUid = useDeletionMark();

  const isSignedOut = session.status === 'signed-out';
  // Who was told of their deletion is signed out by its end, or by themselves.
  const goneUid = isSignedOut ? begunUids()[0] : undefined;
  const deletingUid = markedUid || goneUid || '';
  if (deletingUid !== '' && (isSignedOut || ('uid' in session && session.uid === deletingUid))) {
    return (
      <Suspense fallback={<LoadingPage />}>
        <AccountDeletionPage uid={deletingUid} isSignedOut={isSignedOut} />
      </Suspense>
    );
  }
  switch (session.status) {
    case 'loading':
      return <LoadingPage />;
    case 'failed':
      return (
        <FullPage hasHeading={false}>
          <p role="alert">{t('app.failed')}</p>
          <Button onClick={onRetry}>{t('app.tryAgain')}</Button>
        </FullPage>
      );
    case 'signed-out':
      return <SignInScreen unnamedUid={null} />;
    case 'needs-username':
      return <SignInScreen unnamedUid={session.uid} />;
    case 'leaving':
      return (
        <Suspense fallback={<LoadingPage />}>
          <LeavingPage uid={session.uid} />
        </Suspense>
      );
    case 'member':
      return (
        <Suspense fallback={<LoadingPage />}>
          <Member key={session.uid} uid={session.uid} profile={session.profile} />
        </Suspense>
      );
  }
}
