import type { ReactNode } from 'react';
import { t } from '../i18n/t.ts';
import { LanguageSelect } from './language-select.tsx';
import styles from './full-page.module.css';
import { ThemeSelect } from './theme-select.tsx';

export interface FullPageProps {
  /** What is in the middle has a heading; otherwise the name of all is the page's. */
  readonly hasHeading?: boolean;
  readonly children: ReactNode;
}

/** A page with one thing in its middle. */
export function FullPage({ hasHeading = true, children }: FullPageProps) {
  const Brand = hasHeading ? 'p' : 'h1';
  return (
    <div className={styles['page']}>
      <header>
        <Brand className={styles['brand']}>
          <img src="/icon.svg" alt="" width="40" height="40" />
          {t('app.name')}
        </Brand>
      </header>
      <main className={styles['card']}>{children}</main>
      <footer className={styles['settings']}>
        <LanguageSelect />
        <ThemeSelect />
      </footer>
    </div>
  );
}
