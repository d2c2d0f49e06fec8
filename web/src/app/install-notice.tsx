import { useSyncExternalStore } from 'react';
import { t } from '../i18n/t.ts';
import {
  declineInstall,
  install,
  installOffer,
  subscribeToInstallPrompt,
} from '../platform/install-prompt.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export function InstallNotice() {
  const offer = useSyncExternalStore(subscribeToInstallPrompt, installOffer);
  if (offer === 'none') return null;
  if (offer === 'by-hand') {
    return (
      <Notice
        tone="info"
        actions={
          <Button variant="quiet" onClick={declineInstall}>
            {t('install.understood')}
          </Button>
        }
      >
        {t('install.byHand')}
      </Notice>
    );
  }
  return (
    <Notice
      tone="info"
      actions={
        <>
          <Button variant="quiet" onClick={declineInstall}>
            {t('install.no')}
          </Button>
          <Button onClick={install}>{t('install.yes')}</Button>
        </>
      }
    >
      {t('install.why')}
    </Notice>
  );
}
