import { useState } from 'react';
import { t } from '../i18n/t.ts';
import { readLocal, writeLocal } from '../platform/local-store.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

const STORAGE_KEY = 'plaza.welcomed';

/** For who is here for the first time, in this browser. */
export function WelcomeNotice({ username }: { readonly username: string }) {
  const [isNew, setIsNew] = useState(() => readLocal(STORAGE_KEY) === null);
  if (!isNew) return null;

  function dismiss(): void {
    writeLocal(STORAGE_KEY, 'yes');
    setIsNew(false);
  }

  return (
    <Notice
      tone="info"
      actions={
        <Button variant="quiet" onClick={dismiss}>
          {t('welcome.dismiss')}
        </Button>
      }
    >
      {t('welcome.text', { username })}
    </Notice>
  );
}
