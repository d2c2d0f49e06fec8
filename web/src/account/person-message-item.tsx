import { Flag } from 'lucide-react';
import type { Message } from '@plaza/shared/message';
import type { ComponentType } from 'react';
import type { PersonMessage } from '../firebase/person-messages.ts';
import { formatMoment } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { messageWords } from '../people/message-words.ts';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './person-message-item.module.css';
import type { Selection } from './use-selection.ts';

export interface PersonMessageItemProps {
  readonly entry: PersonMessage;
  /** What the message says and shows. */
  readonly Body: ComponentType<{ readonly message: Message }>;
  readonly selection: Selection | undefined;
  readonly onReport: ((entry: PersonMessage) => void) | undefined;
}

export function PersonMessageItem({ entry, Body, selection, onReport }: PersonMessageItemProps) {
  const { messageId, message } = entry;
  const sentAt = sentAtOf(entry);
  return (
    <li data-message-id={messageId} className={styles['item']}>
      {selection !== undefined && <SelectBox entry={entry} selection={selection} />}
      <div className={styles['content']}>
        <time dateTime={sentAt.toISOString()} className={styles['time']}>
          {formatMoment(sentAt)}
        </time>
        <Body message={message} />
      </div>
      {onReport !== undefined && (
        <IconButton label={t('report.title')} onClick={() => onReport(entry)}>
          <Flag />
        </IconButton>
      )}
    </li>
  );
}

function SelectBox({ entry, selection }: { entry: PersonMessage; selection: Selection }) {
  const { messageId, message } = entry;
  return (
    <label className={styles['box']}>
      <input
        type="checkbox"
        aria-label={t('myMessages.select', {
          text: messageWords(message).slice(0, 100),
          time: formatMoment(sentAtOf(entry)),
        })}
        checked={selection.selected.has(messageId)}
        onChange={({ nativeEvent }) => {
          selection.toggle(messageId, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
        }}
      />
    </label>
  );
}

function sentAtOf({ message }: PersonMessage): Date {
  return new Date(message.createdAt?.toMillis() ?? 0);
}
