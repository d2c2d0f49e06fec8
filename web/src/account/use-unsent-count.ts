import { useSyncExternalStore } from 'react';
import type { Outbox } from '../outbox/outbox.ts';

/** How many of the person's messages on this device the server has not been seen to hold. */
export function useUnsentCount(outbox: Outbox): number {
  return useSyncExternalStore(outbox.subscribe, outbox.getEntries).length;
}
