import { useSyncExternalStore } from 'react';
import type { Outbox } from '../outbox/outbox.ts';

/** How many messages that are shown to the person here the server has not been seen to hold. */
export function useUnsentCount(outbox: Outbox): number {
  const entries = useSyncExternalStore(outbox.subscribe, outbox.getEntries);
  return entries.filter(({ state }) => state.status !== 'withdrawn').length;
}
