import { createMemoryStore } from './memory-store.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { newEntryFrom, type OutboxStore } from './outbox-store.ts';

export interface SafeStore extends OutboxStore {
  /** `memory` as long as something is kept there alone. */
  readonly kept: () => 'disk' | 'memory';
  readonly isInMemory: (messageId: string) => boolean;
  /**
   * Takes out what has left.
   * @throws DOMException when the disk may still have some of it
   */
  readonly forget: (messageIds: readonly string[]) => Promise<void>;
}

/**
 * A store that keeps whatever it is told: what the disk does not take, because it is full, blocked or lost, is
 * kept in memory. A lost connection is opened again first; `onTrouble` is called before that.
 */
export function createSafeStore(
  openDisk: () => Promise<OutboxStore>,
  onTrouble: () => void,
): SafeStore {
  const memory = createMemoryStore();
  /** As this page last saw them. */
  const known = new Map<string, OutboxEntry>();
  let opening = openDisk();
  opening.catch(() => {});

  async function onDisk<Result>(act: (disk: OutboxStore) => Promise<Result>): Promise<Result> {
    try {
      return await act(await opening);
    } catch {
      onTrouble();
      opening = openAgain();
      return act(await opening);
    }
  }

  /** The browser may have thrown away what was there; what this page knows is put back. */
  async function openAgain(): Promise<OutboxStore> {
    const disk = await openDisk();
    for (const entry of known.values()) {
      if (!memory.has(entry.messageId)) await disk.add(newEntryFrom(entry));
    }
    return disk;
  }

  return {
    kept: () => (memory.size() > 0 ? 'memory' : 'disk'),
    isInMemory: (messageId) => memory.has(messageId),

    async forget(messageIds) {
      for (const messageId of messageIds) memory.change(messageId, { type: 'left' });
      await onDisk(async (disk) => {
        for (const messageId of messageIds) await disk.change(messageId, { type: 'left' });
      });
    },

    async load(uid) {
      const kept = await onDisk((disk) => disk.load(uid)).catch(() => [...known.values()]);
      const inMemory = memory.load(uid);
      const replaced = new Set(inMemory.map(({ messageId }) => messageId));
      const onDiskAlone = kept.filter(({ messageId }) => !replaced.has(messageId));
      const entries = [...onDiskAlone, ...inMemory].toSorted((a, b) => a.sequence - b.sequence);
      known.clear();
      for (const entry of entries) known.set(entry.messageId, entry);
      return entries;
    },

    async add(entry) {
      // What comes after something in memory stays behind it.
      if (memory.size() === 0) {
        const added = await onDisk((disk) => disk.add(entry)).catch(() => null);
        if (added !== null) {
          known.set(added.messageId, added);
          return added;
        }
      }
      const sequence = 1 + Math.max(0, ...[...known.values()].map((entry) => entry.sequence));
      const added = { ...entry, sequence };
      known.set(added.messageId, added);
      memory.put(added);
      return added;
    },

    async change(messageId, event) {
      if (memory.has(messageId)) return memory.change(messageId, event);
      const entry = known.get(messageId);
      try {
        const state = await onDisk((disk) => disk.change(messageId, event));
        if (state === 'gone') known.delete(messageId);
        else if (state !== null && entry !== undefined) known.set(messageId, { ...entry, state });
        return state;
      } catch {
        if (entry === undefined) return null;
        memory.put(entry);
        return memory.change(messageId, event);
      }
    },
  };
}
