import { Check, CheckCheck, Clock } from 'lucide-react';
import { formatRelative } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import type { SendStatus } from '../send-status.ts';
import styles from './send-mark.module.css';
import { useNow } from './use-now.ts';

const OLD_MS = 60_000;

/** What needs no word: it stands at the end of the message and moves nothing when it changes. */
const SIGNS = { sending: Clock, sent: Check, delivered: CheckCheck } as const;

export interface SendMarkProps {
  readonly status: SendStatus;
  /** Set while it is in the outbox. */
  readonly entry: OutboxEntry | null;
}

/** How far a message of one's own is. What takes less than 300 ms is not worth a word. */
export function SendMark({ status, entry }: SendMarkProps) {
  const isWaiting = status === 'queued' || status === 'sending';
  const now = useNow(isWaiting);
  if (status === 'failed') {
    const reason = entry?.state.status === 'failed' ? entry.state.reason : 'refused';
    return <span className={styles['failed']}>{t(`failed.${reason}`)}</span>;
  }
  const isOld = isWaiting && entry !== null && now - entry.queuedAt > OLD_MS;
  if (status !== 'queued' && !isOld) {
    const Sign = SIGNS[status];
    const name = t(`message.status.${status}`);
    return (
      <span className={`${styles['sign']} ${isWaiting ? 'late' : ''}`} title={name}>
        <Sign />
        <span className="visually-hidden">{name}</span>
      </span>
    );
  }
  return (
    <span className="late">
      {t(`message.status.${status}`)}
      {isOld && ` · ${formatRelative(new Date(entry.queuedAt), new Date(now))}`}
    </span>
  );
}
