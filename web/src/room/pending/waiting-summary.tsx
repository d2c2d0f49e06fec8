import { t } from '../../i18n/t.ts';
import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import { useIsOnline } from '../use-is-online.ts';
import { useNow } from './use-now.ts';
import { waitingOf, type Waiting } from './waiting.ts';
import styles from './waiting-summary.module.css';

/** How many messages wait, for what, and, where it is known, how long; else how many have failed. */
export function WaitingSummary({ entries }: { readonly entries: readonly OutboxEntry[] }) {
  const isOnline = useIsOnline();
  const now = useNow(entries.length > 0);
  const waiting = waitingOf(entries, isOnline, now);
  const failed = entries.filter(({ state }) => state.status === 'failed').length;
  const seconds =
    waiting === null || waiting.until === null
      ? null
      : Math.max(1, Math.ceil((waiting.until - now) / 1_000));
  return (
    <div className={styles['summary']}>
      <p role="status">{sentenceFor(waiting, failed)}</p>
      {/* Outside of the status: a number that changes each second is not to be read out each second. */}
      {seconds !== null && <p>{t('waiting.seconds', { seconds })}</p>}
    </div>
  );
}

function sentenceFor(waiting: Waiting | null, failed: number): string {
  if (waiting !== null) return t(`waiting.${waiting.reason}`, { count: waiting.count });
  return failed > 0 ? t('failed.count', { count: failed }) : '';
}
