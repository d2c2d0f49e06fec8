import { useEffect, useRef, useState } from 'react';
import type { Outbox } from '../outbox/outbox.ts';
import { openOutbox } from './open-outbox.ts';

/** The person's outbox, open as long as the component is there; null in the first frame. */
export function useOutbox(uid: string, username: string): Outbox | null {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const name = useRef(username);
  useEffect(() => {
    name.current = username;
  }, [username]);
  useEffect(() => {
    const opened = openOutbox(uid, () => name.current);
    setOutbox(opened);
    return () => opened.close();
  }, [uid]);
  return outbox;
}
