import { useEffect, useMemo } from 'react';
import { fetchWindow } from '../firebase/fetch-window.ts';
import { fetchMessage, subscribeToWindow } from '../firebase/message-window.ts';
import { onNextFrame } from '../platform/next-frame.ts';
import { RoomStore, type Reader, type RoomPorts } from './timeline/room-store.ts';

const PORTS: Omit<RoomPorts, 'uid'> = {
  subscribe: subscribeToWindow,
  fetchWindow,
  fetchMessage,
  onNextFrame,
  startTimer(ms, onEnd) {
    const timer = setTimeout(onEnd, ms);
    return () => clearTimeout(timer);
  },
  now: () => Date.now(),
};

/** The room of this person, listening as long as the component is there. */
export function useRoomStore(uid: string, reader: Reader): RoomStore {
  const store = useMemo(() => new RoomStore({ ...PORTS, uid }), [uid]);
  useEffect(() => {
    store.start();
    return () => store.stop();
  }, [store]);
  const { username, isOnline, entries, unreadLine, hiddenUids } = reader;
  useEffect(() => {
    store.setReader({ username, isOnline, entries, unreadLine, hiddenUids });
  }, [store, username, isOnline, entries, unreadLine, hiddenUids]);
  return store;
}
