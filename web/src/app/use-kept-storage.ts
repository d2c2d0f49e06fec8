import { useEffect } from 'react';
import type { Outbox } from '../outbox/outbox.ts';

/**
 * Asks the browser to keep what it stores, which some ask the person about: once there is something
 * to keep, not when the page opens.
 */
export function useKeptStorage(outbox: Outbox | null): void {
  useEffect(() => {
    if (outbox === null) return undefined;
    const stop = outbox.subscribe(() => {
      if (outbox.getEntries().length === 0) return;
      stop();
      void keepStorage();
    });
    return stop;
  }, [outbox]);
}

async function keepStorage(): Promise<void> {
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // A browser without it, or one that refuses: nothing is different then.
  }
}
