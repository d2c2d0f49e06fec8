import { useSyncExternalStore } from 'react';
import { t } from '../i18n/t.ts';
import {
  canOfferInstall,
  declineInstall,
  install,
  subscribeToInstallPrompt,
} from '../platform/install-prompt.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export function InstallNotice() {
  const canOffer = useSyncExternalStore(subscribeToInstallPrompt, canOfferInstall);
  if (!canOffer) return null;
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
