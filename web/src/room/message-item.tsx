import { memo } from 'react';
import { formatDateTime, formatDay, formatTime } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { PersonLink } from '../people/person-link.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { personColour } from '../ui/person-colour.ts';
import type { DraftStore } from './draft/draft-store.ts';
import { MessageActions } from './message-actions.tsx';
import styles from './message-item.module.css';
import { MessageImages } from './pictures/message-images.tsx';
import { PendingActions } from './pending/pending-actions.tsx';
import { SendMark } from './pending/send-mark.tsx';
import { MessageText } from './text/message-text.tsx';
import type { Row } from './timeline/row.ts';

export interface MessageItemProps {
  readonly row: Row;
  /** When the day began. */
  readonly today: number;
  /** Its links and buttons are in the order of Tab. */
  readonly isCurrent: boolean;
  readonly outbox: Outbox;
  readonly draftStore: DraftStore;
  readonly onDelete: (row: Row) => void;
  readonly onReport: (row: Row) => void;
}

/** Rendered again only when its row, or what is around all rows, changes. */
export const MessageItem = memo(function MessageItem({
  row,
  today,
  isCurrent,
  outbox,
  draftStore,
  onDelete,
  onReport,
}: MessageItemProps) {
  useLanguage();
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <li
      data-message-id={row.messageId}
      data-status={row.status}
      tabIndex={tabIndex}
      className={styles['item']}
    >
      {row.startsDay && (
        <h2 className={styles['day']}>{formatDay(new Date(row.writtenAt), new Date(today))}</h2>
      )}
      {row.startsUnread && <p className={styles['unread']}>{t('room.unread')}</p>}
      <div className={`${styles['message']} ${row.isOwn ? styles['own'] : ''}`}>
        <Heading row={row} tabIndex={tabIndex} />
        <div className={styles['body']}>
          {row.text !== '' && <MessageText text={row.text} tabIndex={tabIndex} />}
          <MessageImages
            attachments={row.attachments}
            own={row.entry?.images}
            username={row.username}
            tabIndex={tabIndex}
          />
          {row.isOwn && (
            <p className={styles['status']}>
              <SendMark status={row.status} entry={row.entry} />
            </p>
          )}
          {row.entry !== null && (
            <PendingActions
              entry={row.entry}
              tabIndex={tabIndex}
              outbox={outbox}
              draftStore={draftStore}
            />
          )}
        </div>
        <MessageActions row={row} tabIndex={tabIndex} onDelete={onDelete} onReport={onReport} />
      </div>
    </li>
  );
});

interface HeadingProps {
  readonly row: Row;
  readonly tabIndex: number;
}

/** Who and when: to be seen above the first of a group, to be heard with each. */
function Heading({ row: { uid, username, writtenAt, startsGroup }, tabIndex }: HeadingProps) {
  const at = new Date(writtenAt);
  const time = (
    <time dateTime={at.toISOString()} title={formatDateTime(at)}>
      {formatTime(at)}
    </time>
  );
  if (!startsGroup) {
    return (
      <p className={styles['continued']}>
        <span className="visually-hidden">{username}</span> {time}
      </p>
    );
  }
  return (
    <>
      <div className={styles['avatar']}>
        <Avatar uid={uid} username={username} />
      </div>
      <p className={styles['heading']}>
        <PersonLink
          uid={uid}
          tabIndex={tabIndex}
          className={`${styles['name']} ${personColour(uid)}`}
        >
          {username}
        </PersonLink>{' '}
        {time}
      </p>
    </>
  );
}
