import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Where there is nothing yet: the square of the icon, with room on it, and what could be there. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <svg viewBox="0 0 64 64" aria-hidden="true" className={styles['tiles']}>
        <rect className={styles['free']} x="4" y="4" width="26" height="26" rx="7" />
        <rect className={styles['taken']} x="34" y="4" width="26" height="26" rx="7" />
        <rect className={styles['free']} x="4" y="34" width="26" height="26" rx="7" />
        <rect className={styles['free']} x="34" y="34" width="26" height="26" rx="7" />
      </svg>
      <p className={styles['title']}>{title}</p>
      {children}
    </div>
  );
}
