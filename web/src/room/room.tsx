import type { ReactNode } from 'react';
import { sendMessage } from '../firebase/messages.ts';
import { t } from '../i18n/t.ts';
import { ConnectionStatus } from './connection-status.tsx';
import { MessageComposer } from './message-composer.tsx';
import { MessageList } from './message-list.tsx';
import styles from './room.module.css';
import { useCacheKind } from './use-cache-kind.ts';
import { useMessages } from './use-messages.ts';

export interface RoomProps {
  readonly uid: string;
  readonly username: string;
  readonly accountMenu: ReactNode;
}

export function Room({ uid, username, accountMenu }: RoomProps) {
  const messages = useMessages();
  const cache = useCacheKind();

  return (
    <div className={styles['room']}>
      <header className={styles['header']}>
        <h1>{t('app.name')}</h1>
        <ConnectionStatus />
        {accountMenu}
      </header>
      {cache === 'memory' && (
        <p role="alert" className={styles['notice']}>
          {t('room.memoryCache')}
        </p>
      )}
      <main className={styles['main']}>
        <MessageList uid={uid} state={messages} />
      </main>
      <MessageComposer onSend={(text) => sendMessage({ uid, username, text })} />
    </div>
  );
}
