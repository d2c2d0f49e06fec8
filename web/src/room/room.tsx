import { useMemo, type ReactNode } from 'react';
import { t } from '../i18n/t.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { ConnectionStatus } from './connection-status.tsx';
import { MessageComposer } from './composer/message-composer.tsx';
import { openDraftStore } from './draft/draft-store.ts';
import { MessageList } from './message-list.tsx';
import { KeepNotice } from './pending/keep-notice.tsx';
import { TroubleNotice } from './pending/trouble-notice.tsx';
import { WaitingSummary } from './pending/waiting-summary.tsx';
import styles from './room.module.css';
import { timelineOf } from './timeline.ts';
import { useIsOnline } from './use-is-online.ts';
import { useMessages } from './use-messages.ts';
import { useOutboxEntries } from './use-outbox-entries.ts';
import { WelcomeNotice } from './welcome-notice.tsx';

export interface RoomProps {
  readonly uid: string;
  readonly username: string;
  readonly outbox: Outbox;
  readonly accountMenu: ReactNode;
}

export function Room({ uid, username, outbox, accountMenu }: RoomProps) {
  const messages = useMessages();
  const entries = useOutboxEntries(outbox);
  const isOnline = useIsOnline();
  const draftStore = useMemo(() => openDraftStore(uid), [uid]);
  const snapshots = messages.status === 'loaded' ? messages.messages : [];

  return (
    <div className={styles['room']}>
      <header className={styles['header']}>
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
        <MessageList
          uid={uid}
          status={messages.status}
          items={timelineOf(snapshots, entries, username, isOnline)}
          outbox={outbox}
          draftStore={draftStore}
        />
      </main>
      <div className={styles['footer']}>
        <WaitingSummary entries={entries} />
        <MessageComposer outbox={outbox} draftStore={draftStore} />
      </div>
    </div>
  );
}
