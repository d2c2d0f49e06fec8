import { useSyncExternalStore } from 'react';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import type { Outbox } from '../outbox/outbox.ts';

export function useOutboxEntries(outbox: Outbox): readonly OutboxEntry[] {
  return useSyncExternalStore(outbox.subscribe, outbox.getEntries);
}
