import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

export interface NoticeProps {
  /** `warning` is read out at once, `info` when there is a pause. */
  readonly tone: 'info' | 'warning';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** One sentence along the width of the page, with what can be done about it. */
export function Notice({ tone, children, actions }: NoticeProps) {
  const isWarning = tone === 'warning';
  return (
    <div className={`${styles['notice']} ${isWarning ? styles['warning'] : ''}`}>
      {isWarning ? <TriangleAlert /> : <Info />}
      <p role={isWarning ? 'alert' : 'status'}>{children}</p>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
