import { useEffect, useState } from 'react';
import { t } from '../i18n/t.ts';
import { messageWords } from '../people/message-words.ts';
import { AnnouncementQueue } from './announcement-queue.ts';
import type { RoomStore } from './timeline/room-store.ts';

export interface AnnouncerProps {
  readonly uid: string;
  /** Of whom nothing is told. */
  readonly hiddenUids: ReadonlySet<string>;
  readonly store: RoomStore;
}

/** Tells who listens to the page what others write, as it comes; the list itself is not live. */
export function Announcer({ uid, hiddenUids, store }: AnnouncerProps) {
  const [text, setText] = useState('');
  useEffect(() => {
    const queue = new AnnouncementQueue({
      // The same words again are read again.
      announce: (next) => setText((text) => (text === next ? `${next}\u00a0` : next)),
      counted: (count) => t('room.newMessages', { count }),
      startTimer(ms, onEnd) {
        const timer = setTimeout(onEnd, ms);
        return () => clearTimeout(timer);
      },
    });
    const stop = store.subscribeToArrivals((arrived) => {
      for (const { message } of arrived) {
        if (message.uid === uid || hiddenUids.has(message.uid)) continue;
        const text = messageWords(message);
        queue.add(t('room.announceOne', { name: message.username, text }));
      }
    });
    return () => {
      stop();
      queue.stop();
    };
  }, [uid, hiddenUids, store]);

  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  );
}
