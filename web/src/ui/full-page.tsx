import type { ReactNode } from 'react';
import { t } from '../i18n/t.ts';
import { LanguageSelect } from './language-select.tsx';
import styles from './full-page.module.css';

/** A page with one thing in its middle. */
export function FullPage({ children }: { readonly children: ReactNode }) {
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <p className={styles['brand']}>
          <img src="/icon.svg" alt="" width="32" height="32" />
          {t('app.name')}
        </p>
        {children}
      </div>
      <LanguageSelect />
    </main>
  );
}
