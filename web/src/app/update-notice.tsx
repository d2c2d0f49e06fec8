import { useState, useSyncExternalStore } from 'react';
import { t } from '../i18n/t.ts';
import { applyAppUpdate, getAppUpdate, subscribeToAppUpdate } from '../platform/app-update.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Quiet: whoever is writing goes on writing, and gets the new Plaza at the next visit. */
export function UpdateNotice() {
  const update = useSyncExternalStore(subscribeToAppUpdate, getAppUpdate);
  const [isPutOff, setIsPutOff] = useState(false);
  if (update === 'none' || isPutOff) return null;
  return (
    <Notice
      tone="info"
      actions={
        <>
          <Button variant="quiet" onClick={() => setIsPutOff(true)}>
            {t('update.later')}
          </Button>
          <Button onClick={applyAppUpdate}>{t('update.reload')}</Button>
        </>
      }
    >
      {t(`update.${update}`)}
    </Notice>
  );
}
