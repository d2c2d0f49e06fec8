import { nextState } from './entry-machine.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { OutboxStore } from './outbox-store.ts';

/** For a browser that keeps nothing, or has begun to fail: entries end with the page. */
export function createMemoryStore(kept: readonly OutboxEntry[] = []): OutboxStore {
  const entries = new Map(kept.map((entry) => [entry.messageId, entry]));
  let sequence = Math.max(0, ...kept.map((entry) => entry.sequence));
  return {
    kept: 'memory',
    load: (uid) => Promise.resolve([...entries.values()].filter((entry) => entry.uid === uid)),
    add(entry) {
      sequence += 1;
      const added = { ...entry, sequence };
      entries.set(entry.messageId, added);
      return Promise.resolve(added);
    },
    change(messageId, event) {
      const entry = entries.get(messageId);
      const state = entry === undefined ? null : nextState(entry.state, event);
      if (entry === undefined || state === null) return Promise.resolve(null);
      if (state === 'gone') entries.delete(messageId);
      else entries.set(messageId, { ...entry, state });
      return Promise.resolve(state);
    },
  };
}
