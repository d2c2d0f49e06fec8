import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchPersonPage, NEWEST, type PersonPlace } from '../firebase/person-messages.ts';
import { withPage, type Listed } from './with-page.ts';

export interface PersonMessages extends Listed {
  /** Loads the next page, or tries the one that failed again. */
  readonly loadMore: () => void;
  readonly remove: (messageIds: ReadonlySet<string>) => void;
  readonly reload: () => void;
}

const NOTHING: Listed = { messages: [], status: 'loading', isFromCache: false };

/** Everything that a person has written, page by page, the archive's messages last. */
export function usePersonMessages(uid: string): PersonMessages {
  const [state, setState] = useState<Listed>(NOTHING);
  const next = useRef<PersonPlace | null>(NEWEST);
  /** Rises with each list that is begun: what comes for an earlier one is dropped. */
  const generation = useRef(0);

  const load = useCallback(async () => {
    const place = next.current;
    const begun = generation.current;
    if (place === null) return;
    try {
      const page = await fetchPersonPage(uid, place);
      if (begun !== generation.current) return;
      next.current = page.next;
      setState((state) => withPage(state, page));
    } catch {
      if (begun === generation.current) setState((state) => ({ ...state, status: 'failed' }));
    }
  }, [uid]);

  useEffect(() => {
    void load();
    return () => {
      generation.current += 1;
    };
  }, [load]);

  return {
    ...state,
    loadMore: () => {
      setState({ ...state, status: 'loading' });
      void load();
    },
    remove: (messageIds) => {
      setState((state) => ({
        ...state,
        messages: state.messages.filter(({ messageId }) => !messageIds.has(messageId)),
      }));
    },
    reload: () => {
      generation.current += 1;
      next.current = NEWEST;
      setState(NOTHING);
      void load();
    },
  };
}
