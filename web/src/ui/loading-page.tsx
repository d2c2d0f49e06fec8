import { useEffect, useState } from 'react';
import { t } from '../i18n/t.ts';
import { FullPage } from './full-page.tsx';

const LONG_MS = 5_000;

export function LoadingPage() {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <FullPage hasHeading={false}>
      <p role="status">{t(isLong ? 'app.loadingLong' : 'app.loading')}</p>
    </FullPage>
  );
}
