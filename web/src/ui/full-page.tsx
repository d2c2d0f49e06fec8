import type { ReactNode } from 'react';
import { t } from '../i18n/t.ts';
import { LanguageSelect } from './language-select.tsx';
import styles from './full-page.module.css';
import { ThemeSelect } from './theme-select.tsx';

/** A page with one thing in its middle. */
export function FullPage({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['page']}>
      <header>
        <p className={styles['brand']}>
          <img src="/icon.svg" alt="" width="40" height="40" />
          {t('app.name')}
        </p>
      </header>
      <main className={styles['card']}>{children}</main>
      <footer className={styles['settings']}>
        <LanguageSelect />
        <ThemeSelect />
      </footer>
    </div>
  );
}
