import type { ReactNode } from 'react';
import styles from './floating.module.css';

/** Notices that come by themselves: above the page, which stays where it is. */
export function Floating({ children }: { readonly children: ReactNode }) {
  return <div className={styles['floating']}>{children}</div>;
}
