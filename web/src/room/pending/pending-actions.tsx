import { t } from '../../i18n/t.ts';
import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { focusField } from '../composer/focus-field.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import styles from './pending-actions.module.css';

export interface PendingActionsProps {
  readonly entry: OutboxEntry;
  readonly tabIndex: number;
  readonly outbox: Outbox;
  readonly draftStore: DraftStore;
}

/** What can be done with a message that waits or has failed. */
export function PendingActions({ entry, tabIndex, outbox, draftStore }: PendingActionsProps) {
  const { messageId, state } = entry;
  const hasFailed = state.status === 'failed';
  if (!hasFailed && state.status !== 'queued') return null;
  return (
    <div className={`${styles['actions']} ${hasFailed ? '' : 'late'}`}>
      {hasFailed && (
        <Button variant="quiet" tabIndex={tabIndex} onClick={() => void outbox.retry(messageId)}>
          {t('pending.retry')}
        </Button>
      )}
      <Button
        variant="link"
        tabIndex={tabIndex}
        onClick={() => {
          focusField();
          void outbox.takeBack(messageId, draftStore.prepend);
        }}
      >
        {t('pending.edit')}
      </Button>
      <Button variant="link" tabIndex={tabIndex} onClick={() => void outbox.discard(messageId)}>
        {t(hasFailed ? 'pending.discard' : 'pending.cancel')}
      </Button>
    </div>
  );
}
