import { Flag, Trash2 } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './message-actions.module.css';
import type { Row } from './timeline/row.ts';

export interface MessageActionsProps {
  readonly row: Row;
  readonly tabIndex: number;
  readonly onDelete: (row: Row) => void;
  readonly onReport: (row: Row) => void;
}

/** What can be done with a message: seen where the pointer or the focus is; on a touch screen, on tapping it. */
export function MessageActions({ row, tabIndex, onDelete, onReport }: MessageActionsProps) {
  if (row.status === 'failed') return null;
  return (
    <div className={styles['actions']}>
      <IconButton
        label={t(row.isOwn ? 'message.delete' : 'report.title')}
        tabIndex={tabIndex}
        className={styles['action']}
        onClick={() => (row.isOwn ? onDelete(row) : onReport(row))}
      >
        {row.isOwn ? <Trash2 /> : <Flag />}
      </IconButton>
    </div>
  );
}
