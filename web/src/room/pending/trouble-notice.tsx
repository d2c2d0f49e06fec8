import { useEffect, useState } from 'react';
import { subscribeToCacheTrouble } from '../../firebase/cache-trouble.ts';
import { t } from '../../i18n/t.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** When the cache has broken down: another tab sends, and a new page mends it. */
export function TroubleNotice({ outbox }: { readonly outbox: Outbox }) {
  const [isBroken, setIsBroken] = useState(false);
  useEffect(
    () =>
      subscribeToCacheTrouble(() => {
        setIsBroken(true);
        outbox.pause();
      }),
    [outbox],
  );
  if (!isBroken) return null;
  return (
    <Notice
      tone="warning"
      actions={<Button onClick={() => location.reload()}>{t('trouble.reload')}</Button>}
    >
      {t('trouble.cache')}
    </Notice>
  );
}
