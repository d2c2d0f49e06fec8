import { Trash2 } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './message-actions.module.css';
import type { Row } from './timeline/row.ts';

export interface MessageActionsProps {
  readonly row: Row;
  readonly tabIndex: number;
  readonly onDelete: (row: Row) => void;
}

/** What can be done with a message: seen where the pointer or the focus is, and always on a touch screen. */
export function MessageActions({ row, tabIndex, onDelete }: MessageActionsProps) {
  if (!row.isOwn || row.status === 'failed') return null;
  return (
    <div className={styles['actions']}>
      <IconButton
        label={t('message.delete')}
        tabIndex={tabIndex}
        className={styles['action']}
        onClick={() => onDelete(row)}
      >
        <Trash2 />
      </IconButton>
    </div>
  );
}
