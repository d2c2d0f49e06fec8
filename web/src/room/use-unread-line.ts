import { useCallback, useEffect, useRef, useState } from 'react';
import { readLocal, writeLocal } from '../platform/local-store.ts';
import type { UnreadLine } from './timeline/separators.ts';

/**
 * The line above what came while the person was away. It is set when they leave this page, close it
 * or hide it, and stays where it is from when they come back until they leave again. `see` is told
 * the place of the last row in view.
 */
export function useUnreadLine(uid: string): {
  unreadLine: UnreadLine | null;
  see: (place: string) => void;
} {
  const key = `plaza.seen.${uid}`;
  const seen = useRef('');
  const [unreadLine, setUnreadLine] = useState(() => lineAfter(readLocal(key)));

  useEffect(() => {
    function leave(): void {
      if (seen.current > (readLocal(key) ?? '')) writeLocal(key, seen.current);
    }
    function onVisibility(): void {
      if (document.visibilityState === 'hidden') leave();
      else setUnreadLine(lineAfter(readLocal(key)));
    }
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', leave);
    return () => {
      leave();
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', leave);
    };
  }, [key]);

  const see = useCallback((place: string): void => {
    const isHere = document.visibilityState === 'visible' && !place.startsWith('~');
    if (isHere && place > seen.current) seen.current = place;
  }, []);
  return { unreadLine, see };
}

function lineAfter(place: string | null): UnreadLine | null {
  return place === null ? null : { after: place, cameBackAt: Date.now() };
}
