import { useLayoutEffect, useRef } from 'react';
import { t } from '../i18n/t.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { DraftStore } from './draft/draft-store.ts';
import { MessageItem } from './message-item.tsx';
import styles from './message-list.module.css';
import type { TimelineItem } from './timeline.ts';
import type { Messages } from './use-messages.ts';

const AT_END_PX = 48;

export interface MessageListProps {
  readonly uid: string;
  readonly status: Messages['status'];
  readonly items: readonly TimelineItem[];
  readonly outbox: Outbox;
  readonly draftStore: DraftStore;
}

/** Oldest first; stays at the end if it was there. */
export function MessageList({ uid, status, items, outbox, draftStore }: MessageListProps) {
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

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div ref={scroller} className={styles['scroller']} tabIndex={0} onScroll={onScroll}>
      {status === 'loading' && <p className={styles['state']}>{t('room.loading')}</p>}
      {status === 'failed' && (
        <p role="alert" className={styles['state']}>
          {t('room.failed')}
        </p>
      )}
      {status === 'loaded' && items.length === 0 && (
        <p className={styles['state']}>{t('room.empty')}</p>
      )}
      <ol aria-label={t('room.messages')} className={styles['list']}>
        {items.map((item) => (
          <MessageItem
            key={item.messageId}
            item={item}
            isOwn={item.uid === uid}
            outbox={outbox}
            draftStore={draftStore}
          />
        ))}
      </ol>
    </div>
  );
}
