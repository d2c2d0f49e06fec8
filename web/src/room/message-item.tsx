import { useState } from 'react';
import { deleteMessage } from '../firebase/messages.ts';
import { formatTime } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import type { Outbox } from '../outbox/outbox.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { DraftStore } from './draft/draft-store.ts';
import styles from './message-item.module.css';
import { MessageImages } from './pictures/message-images.tsx';
import { PendingActions } from './pending/pending-actions.tsx';
import { SendMark } from './pending/send-mark.tsx';
import type { TimelineItem } from './timeline.ts';

export interface MessageItemProps {
  readonly item: TimelineItem;
  readonly isOwn: boolean;
  readonly outbox: Outbox;
  readonly draftStore: DraftStore;
}

export function MessageItem({ item, isOwn, outbox, draftStore }: MessageItemProps) {
  const { messageId, username, text, createdAt, status, entry } = item;
  const [isDeleting, setIsDeleting] = useState(false);
  const sentAt = createdAt === null ? null : new Date(createdAt.toMillis());

  async function remove(): Promise<void> {
    if (!(await outbox.withdraw(messageId))) await deleteMessage(messageId);
  }

  return (
    <li
      data-message-id={messageId}
      data-status={status}
      className={`${styles['item']} ${isOwn ? styles['own'] : ''}`}
    >
      <p className={styles['meta']}>
        <strong>{username}</strong>{' '}
        {sentAt !== null && <time dateTime={sentAt.toISOString()}>{formatTime(sentAt)}</time>}
        {isOwn && <SendMark status={status} entry={entry} />}
      </p>
      <p className={styles['text']} dir="auto">
        {text}
      </p>
      <MessageImages attachments={item.attachments} own={entry?.images} username={username} />
      {entry !== null && <PendingActions entry={entry} outbox={outbox} draftStore={draftStore} />}
      {isOwn && status !== 'failed' && (
        <Button variant="link" className={styles['delete']} onClick={() => setIsDeleting(true)}>
          {t('message.delete')}
        </Button>
      )}
      {isDeleting && (
        <ConfirmDialog
          title={t('deleteMessage.title')}
          text={t('deleteMessage.text')}
          confirmLabel={t('deleteMessage.confirm')}
          onConfirm={() => void remove()}
          onClose={() => setIsDeleting(false)}
        />
      )}
    </li>
  );
}
