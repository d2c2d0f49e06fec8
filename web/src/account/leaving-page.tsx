import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { leaveAccount } from './leave-account.ts';

/** For somebody whose account is being deleted from another device. */
export function LeavingPage({ uid }: { readonly uid: string }) {
  return (
    <FullPage>
      <h1>{t('deleteAccount.running')}</h1>
      <p role="status">{t('deleteAccount.elsewhere')}</p>
      <Button onClick={() => void leaveAccount(uid)}>{t('account.signOut')}</Button>
    </FullPage>
  );
}
