import { useState } from 'react';
import type { Message } from '@plaza/shared/message';
import { deleteMessage } from '../firebase/messages.ts';
import { formatTime } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import styles from './message-item.module.css';
import type { SendStatus } from './send-status.ts';

export interface MessageItemProps {
  readonly messageId: string;
  readonly message: Message;
  readonly sendStatus: SendStatus;
  readonly isOwn: boolean;
}

export function MessageItem({ messageId, message, sendStatus, isOwn }: MessageItemProps) {
  const [isDeleting, setIsDeleting] = useState(false);
  const sentAt = message.createdAt === null ? null : new Date(message.createdAt.toMillis());
  return (
    <li
      data-message-id={messageId}
      data-status={sendStatus}
      className={`${styles['item']} ${isOwn ? styles['own'] : ''}`}
    >
      <p className={styles['meta']}>
        <strong>{message.username}</strong>{' '}
        {sentAt !== null && <time dateTime={sentAt.toISOString()}>{formatTime(sentAt)}</time>}
        {isOwn && <span className={styles['status']}>{t(`message.status.${sendStatus}`)}</span>}
      </p>
      <p className={styles['text']} dir="auto">
        {message.text}
      </p>
      {isOwn && (
        <Button variant="link" className={styles['delete']} onClick={() => setIsDeleting(true)}>
          {t('message.delete')}
        </Button>
      )}
      {isDeleting && (
        <ConfirmDialog
          title={t('deleteMessage.title')}
          text={t('deleteMessage.text')}
          confirmLabel={t('deleteMessage.confirm')}
          onConfirm={() => void deleteMessage(messageId)}
          onClose={() => setIsDeleting(false)}
        />
      )}
    </li>
  );
}
