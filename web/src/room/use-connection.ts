import { useEffect, useReducer } from 'react';
import { subscribeToServerContact } from '../firebase/server-contact.ts';
import { isOnline, subscribeToOnlineStatus } from '../platform/online-status.ts';
import {
  connectionAfter,
  graceLeftMs,
  startConnection,
  type Connection,
  type ConnectionEvent,
  type ConnectionStatus,
} from './connection.ts';

interface TimedEvent {
  readonly event: ConnectionEvent;
  readonly at: number;
}

/** Whether what is written now would arrive, as told to the person. */
export function useConnection(uid: string): ConnectionStatus {
  const [connection, dispatch] = useReducer(
    (before: Connection, { event, at }: TimedEvent) => connectionAfter(before, event, at),
    null,
    () => startConnection(isOnline(), Date.now()),
  );

  useEffect(() => {
    function note(event: ConnectionEvent): void {
      dispatch({ event, at: Date.now() });
    }
    let ended = false;
    let stopContact = () => {};
    const stopNetwork = subscribeToOnlineStatus(() =>
      note({ type: 'network', hasNetwork: isOnline() }),
    );
    subscribeToServerContact(uid, (isHeard) => note({ type: 'contact', isHeard })).then(
      (stop) => {
        if (ended) stop();
        else stopContact = stop;
      },
      () => note({ type: 'contact', isHeard: false }),
    );
    return () => {
      ended = true;
      stopNetwork();
      stopContact();
    };
  }, [uid]);

  useEffect(() => {
    const leftMs = graceLeftMs(connection, Date.now());
    if (leftMs === null) return undefined;
    const timer = setTimeout(() => dispatch({ event: { type: 'tick' }, at: Date.now() }), leftMs);
    return () => clearTimeout(timer);
  }, [connection]);

  return connection.status;
}
