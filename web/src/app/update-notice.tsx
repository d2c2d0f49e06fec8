import { useState, useSyncExternalStore } from 'react';
import { t } from '../i18n/t.ts';
import {
  applyAppUpdate,
  getAppUpdate,
  subscribeToAppUpdate,
  type AppUpdate,
} from '../platform/app-update.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Quiet: whoever is writing goes on writing, and gets the new Plaza at the next visit. */
export function UpdateNotice() {
  const update = useSyncExternalStore(subscribeToAppUpdate, getAppUpdate);
  const [putOff, setPutOff] = useState<AppUpdate>('none');
  if (update === 'none' || update === putOff) return null;
  return (
    <Notice
      tone="info"
      actions={
        <>
          <Button variant="quiet" onClick={() => setPutOff(update)}>
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
