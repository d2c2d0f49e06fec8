import { useEffect, useMemo, type ReactNode } from 'react';
import { t } from '../i18n/t.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { useHiddenUids } from '../people/use-hidden-people.ts';
import { followViewportHeight } from '../platform/viewport-height.ts';
import { Announcer } from './announcer.tsx';
import { ConnectionStatus } from './connection-status.tsx';
import { MessageComposer } from './composer/message-composer.tsx';
import { openDraftStore } from './draft/draft-store.ts';
import { MessageList } from './message-list.tsx';
import { KeepNotice } from './pending/keep-notice.tsx';
import { TroubleNotice } from './pending/trouble-notice.tsx';
import { WaitingSummary } from './pending/waiting-summary.tsx';
import { SkipButton } from '../ui/skip-button.tsx';
import styles from './room.module.css';
import { useIsOnline } from './use-is-online.ts';
import { useOutboxEntries } from './use-outbox-entries.ts';
import { WelcomeNotice } from './welcome-notice.tsx';
import { useRoomStore } from './use-room-store.ts';
import { useUnreadLine } from './use-unread-line.ts';

export interface RoomProps {
  readonly uid: string;
  readonly username: string;
  readonly outbox: Outbox;
  readonly accountMenu: ReactNode;
}

export function Room({ uid, username, outbox, accountMenu }: RoomProps) {
  const entries = useOutboxEntries(outbox);
  const isOnline = useIsOnline();
  const { unreadLine, see } = useUnreadLine(uid);
  const hiddenUids = useHiddenUids(uid);
  const store = useRoomStore(uid, { username, isOnline, entries, unreadLine, hiddenUids });
  useEffect(() => followViewportHeight(), []);
  const draftStore = useMemo(() => openDraftStore(uid), [uid]);
  useEffect(() => void outbox.resumeTakingBack(draftStore.prepend), [outbox, draftStore]);

  return (
    <div className={styles['room']}>
      <header className={styles['header']}>
        <SkipButton to="textarea">{t('room.skip')}</SkipButton>
        <h1>
          <img src="/icon.svg" alt="" width="28" height="28" />
          {t('app.name')}
        </h1>
        <ConnectionStatus uid={uid} />
        {accountMenu}
      </header>
      <div className={styles['notices']}>
        <WelcomeNotice username={username} />
        <TroubleNotice outbox={outbox} />
        <KeepNotice outbox={outbox} />
      </div>
      <main className={styles['main']}>
        <MessageList uid={uid} store={store} outbox={outbox} draftStore={draftStore} onSee={see} />
        <Announcer uid={uid} hiddenUids={hiddenUids} store={store} />
      </main>
      <footer className={styles['footer']}>
        <WaitingSummary entries={entries} />
        <MessageComposer outbox={outbox} draftStore={draftStore} onWritten={store.tellWritten} />
      </footer>
    </div>
  );
}
