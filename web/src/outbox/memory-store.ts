import { nextState, type EntryEvent } from './entry-machine.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { Changed } from './outbox-store.ts';

/** Entries that end with the page. */
export interface MemoryStore {
  size(): number;
  has(messageId: string): boolean;
  load(uid: string): readonly OutboxEntry[];
  put(entry: OutboxEntry): void;
  change(messageId: string, event: EntryEvent): Changed;
}

export function createMemoryStore(): MemoryStore {
  const entries = new Map<string, OutboxEntry>();
  return {
    size: () => entries.size,
    has: (messageId) => entries.has(messageId),
    load: (uid) =>
      [...entries.values()]
        .filter((entry) => entry.uid === uid)
        .toSorted((a, b) => a.sequence - b.sequence),
    put: (entry) => void entries.set(entry.messageId, entry),
    change(messageId, event) {
      const entry = entries.get(messageId);
      const state = entry === undefined ? null : nextState(entry.state, event);
      if (entry === undefined || state === null) return null;
      if (state === 'gone') entries.delete(messageId);
      else entries.set(messageId, { ...entry, state });
      return state;
    },
  };
}
