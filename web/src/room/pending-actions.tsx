import { t } from '../i18n/t.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { Button } from '../ui/button.tsx';
import styles from './pending-actions.module.css';

export interface PendingActionsProps {
  readonly entry: OutboxEntry;
  readonly outbox: Outbox;
}

/** What can be done with a message that has failed. */
export function PendingActions({ entry, outbox }: PendingActionsProps) {
  if (entry.state.status !== 'failed') return null;
  return (
    <div className={styles['actions']}>
      <Button variant="quiet" onClick={() => void outbox.retry(entry.messageId)}>
        {t('pending.retry')}
      </Button>
      <Button variant="link" onClick={() => void outbox.discard(entry.messageId)}>
        {t('pending.discard')}
      </Button>
    </div>
  );
}
