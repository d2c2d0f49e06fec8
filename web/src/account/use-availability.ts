import { useEffect, useState } from 'react';
import { usernameKeyFrom, validateUsername } from '@plaza/shared/username';
import type { Availability } from '../firebase/availability.ts';
import { fetchAvailability } from '../firebase/rename.ts';

/** `same`: it is the present one, `case`: it differs from that in case only, `own`: it was given up. */
export type UsernameState = Availability | 'checking' | 'same' | 'case' | 'unknown';

const PAUSE_MS = 300;

/** Follows what is being typed: null while it is no username, and the server's answer after a pause. */
export function useAvailability(uid: string, current: string, typed: string): UsernameState | null {
  const [answer, setAnswer] = useState<{ username: string; state: UsernameState }>();
  const known = knownWithoutAsking(current, typed);

  useEffect(() => {
    if (known !== 'checking') return undefined;
    let isStale = false;
    function tell(state: UsernameState): void {
      if (!isStale) setAnswer({ username: typed, state });
    }
    const timer = setTimeout(() => {
      fetchAvailability(uid, typed, Date.now()).then(tell, () => tell('unknown'));
    }, PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [uid, typed, known]);

  return known === 'checking' && answer?.username === typed ? answer.state : known;
}

function knownWithoutAsking(current: string, typed: string): 'same' | 'case' | 'checking' | null {
  if (validateUsername(typed) !== null) return null;
  if (typed === current) return 'same';
  return usernameKeyFrom(typed) === usernameKeyFrom(current) ? 'case' : 'checking';
}
