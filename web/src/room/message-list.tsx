import { useLayoutEffect, useRef } from 'react';
import { t } from '../i18n/t.ts';
import { MessageItem } from './message-item.tsx';
import styles from './message-list.module.css';
import { useIsOnline } from './use-is-online.ts';
import type { Messages } from './use-messages.ts';
import { sendStatusOf } from './send-status.ts';

const AT_END_PX = 48;

export interface MessageListProps {
  readonly uid: string;
  readonly state: Messages;
}

/** Oldest first; stays at the end if it was there. */
export function MessageList({ uid, state }: MessageListProps) {
  const isOnline = useIsOnline();
  const scroller = useRef<HTMLDivElement>(null);
  const wasAtEnd = useRef(true);

  function onScroll(): void {
    const box = scroller.current;
    if (box === null) return;
    wasAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END_PX;
  }

  useLayoutEffect(() => {
    if (wasAtEnd.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  });

  const messages = state.status === 'loaded' ? state.messages : [];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div ref={scroller} className={styles['scroller']} tabIndex={0} onScroll={onScroll}>
      {state.status === 'loading' && <p className={styles['state']}>{t('room.loading')}</p>}
      {state.status === 'failed' && (
        <p role="alert" className={styles['state']}>
          {t('room.failed')}
        </p>
      )}
      {state.status === 'loaded' && messages.length === 0 && (
        <p className={styles['state']}>{t('room.empty')}</p>
      )}
      <ol aria-label={t('room.messages')} className={styles['list']}>
        {messages.map((snapshot) => (
          <MessageItem
            key={snapshot.messageId}
            messageId={snapshot.messageId}
            message={snapshot.message}
            sendStatus={sendStatusOf(snapshot, isOnline)}
            isOwn={snapshot.message.uid === uid}
          />
        ))}
      </ol>
    </div>
  );
}
