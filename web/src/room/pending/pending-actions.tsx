import { t } from '../../i18n/t.ts';
import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import { Button } from '../../ui/button.tsx';
import type { DraftStore } from '../draft/draft-store.ts';
import styles from './pending-actions.module.css';

export interface PendingActionsProps {
  readonly entry: OutboxEntry;
  readonly outbox: Outbox;
  readonly draftStore: DraftStore;
}

/** What can be done with a message that waits or has failed. */
export function PendingActions({ entry, outbox, draftStore }: PendingActionsProps) {
  const { messageId, state } = entry;

  function edit(): void {
    void outbox.takeBack(messageId, draftStore.prepend);
  }

  if (state.status === 'queued') {
    return (
      <div className={`${styles['actions']} late`}>
        <Button variant="link" onClick={edit}>
          {t('pending.edit')}
        </Button>
        <Button variant="link" onClick={() => void outbox.discard(messageId)}>
          {t('pending.cancel')}
        </Button>
      </div>
    );
  }
  if (state.status === 'failed') {
    return (
      <div className={styles['actions']}>
        <Button variant="quiet" onClick={() => void outbox.retry(messageId)}>
          {t('pending.retry')}
        </Button>
        <Button variant="link" onClick={edit}>
          {t('pending.edit')}
        </Button>
        <Button variant="link" onClick={() => void outbox.discard(messageId)}>
          {t('pending.discard')}
        </Button>
      </div>
    );
  }
  return null;
}
