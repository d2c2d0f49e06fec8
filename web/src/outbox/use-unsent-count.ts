import { useSyncExternalStore } from 'react';
import type { Outbox } from './outbox.ts';

/** How many messages are not sent yet: to be told before somebody signs out. */
export function useUnsentCount(outbox: Outbox): number {
  const entries = useSyncExternalStore(outbox.subscribe, outbox.getEntries);
  return entries.filter(({ state }) => state.status !== 'withdrawn').length;
}
