import { useEffect, useState } from 'react';
import { subscribeToMessages, type MessageSnapshot } from '../firebase/messages.ts';

export type Messages =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'loaded'; readonly messages: readonly MessageSnapshot[] };

const RETRY_MS = 3_000;

/** The newest messages, live. A listener that the server ends is started again. */
export function useMessages(): Messages {
  const [state, setState] = useState<Messages>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let ended = false;
    let stop = () => {};
    let timer: ReturnType<typeof setTimeout> | undefined;

    function fail(): void {
      if (ended) return;
      setState((before) => (before.status === 'loaded' ? before : { status: 'failed' }));
      timer = setTimeout(() => setAttempt(attempt + 1), RETRY_MS);
    }

    subscribeToMessages((messages) => setState({ status: 'loaded', messages }), fail)
      .then((unsubscribe) => {
        if (ended) unsubscribe();
        else stop = unsubscribe;
      })
      .catch(fail);

    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
    };
  }, [attempt]);

  return state;
}
