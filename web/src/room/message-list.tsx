import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { MESSAGES } from '@plaza/shared/paths';
import { t } from '../i18n/t.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { useHiddenUids } from '../people/use-hidden-people.ts';
import { ReportDialog } from '../people/report-dialog.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { deleteForGood, resumeDeletions } from './deletions.ts';
import type { DraftStore } from './draft/draft-store.ts';
import { JumpButton } from './jump-button.tsx';
import { focusNeighbour } from './list/focus-neighbour.ts';
import { useCurrentRow } from './list/use-current-row.ts';
import { useFocusKept } from './list/use-focus-kept.ts';
import { useRowWindow } from './list/use-row-window.ts';
import { MessageItem } from './message-item.tsx';
import styles from './message-list.module.css';
import { OlderMessages } from './older-messages.tsx';
import type { RoomStore, RoomView } from './timeline/room-store.ts';
import type { Row } from './timeline/row.ts';
import { useIsOnline } from './use-is-online.ts';
import { useToday } from './use-today.ts';

export interface MessageListProps {
  readonly uid: string;
  readonly store: RoomStore;
  readonly outbox: Outbox;
  readonly draftStore: DraftStore;
  /** Gets the place of the last row in view. */
  readonly onSee: (place: string) => void;
}

/** The room's messages, the newest at the bottom. */
export function MessageList({ uid, store, outbox, draftStore, onSee }: MessageListProps) {
  const today = useToday();
  const isOnline = useIsOnline();
  const hidesPeople = useHiddenUids(uid).size > 0;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const { rowWindow, view } = useRowWindow(store, scroller, list, onSee);
  const currentId = useCurrentRow(view.shown, list);
  useFocusKept(scroller);
  const [deleting, setDeleting] = useState<Row | null>(null);
  const onDelete = useCallback((row: Row) => setDeleting(row), []);
  const [reporting, setReporting] = useState<Row | null>(null);
  const onReport = useCallback((row: Row) => setReporting(row), []);

  useEffect(() => resumeDeletions({ uid, outbox, store }), [uid, outbox, store]);

  function confirm(row: Row): void {
    // The dialog gives the focus back as it closes: to a message that is about to go.
    flushSync(() => setDeleting(null));
    if (list.current !== null) focusNeighbour(list.current, row.messageId);
    const { messageId, collection } = row;
    void deleteForGood({ uid, outbox, store }, { messageId, collection: collection ?? MESSAGES });
  }

  return (
    <div className={styles['frame']}>
      <div
        ref={scroller}
        className={styles['scroller']}
        role="group"
        aria-label={t('room.history')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <ListState view={view} hidesPeople={hidesPeople}>
          <OlderMessages older={view.older} isOnline={isOnline} onLoad={() => store.loadOlder()} />
        </ListState>
        <ol ref={list} aria-label={t('room.messages')} className={styles['list']}>
          {view.shown.map((row) => (
            <MessageItem
              key={row.messageId}
              row={row}
              today={today}
              isCurrent={row.messageId === currentId}
              outbox={outbox}
              draftStore={draftStore}
              onDelete={onDelete}
              onReport={onReport}
            />
          ))}
        </ol>
      </div>
      {!view.isAtEnd && (
        <JumpButton
          count={view.newCount}
          isAtLeast={view.isNewAtLeast}
          onJump={rowWindow.goToEnd}
        />
      )}
      {deleting !== null && (
        <ConfirmDialog
          title={t('deleteMessage.title')}
          text={t('deleteMessage.text')}
          confirmLabel={t('deleteMessage.confirm')}
          onConfirm={() => confirm(deleting)}
          onClose={() => setDeleting(null)}
        />
      )}
      {reporting !== null && (
        <ReportDialog
          uid={uid}
          messageId={reporting.messageId}
          author={reporting}
          onClose={() => setReporting(null)}
        />
      )}
    </div>
  );
}

interface ListStateProps {
  readonly view: RoomView;
  readonly hidesPeople: boolean;
  /** What is above the messages, or in their place while there may be some. */
  readonly children: ReactNode;
}

function ListState({ view, hidesPeople, children }: ListStateProps) {
  switch (view.status) {
    case 'loading':
      return <p className={styles['state']}>{t('room.loading')}</p>;
    case 'failed':
      return (
        <p role="alert" className={styles['state']}>
          {t('room.failed')}
        </p>
      );
    case 'loaded':
      return view.rows.length === 0 && view.older === 'beginning' ? (
        <EmptyState title={t(hidesPeople ? 'room.allHidden' : 'room.empty')}>
          <p>{t(hidesPeople ? 'room.allHiddenHint' : 'room.emptyHint')}</p>
        </EmptyState>
      ) : (
        children
      );
  }
}
