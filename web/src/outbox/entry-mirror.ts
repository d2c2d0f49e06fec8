import type { EntryState, OutboxEntry } from './outbox-entry.ts';
import type { NewEntry } from './outbox-store.ts';

/**
 * What this page knows of the kept entries, and before them of what is not kept yet: a person sees
 * a message in the next frame, not when the disk has it.
 */
export interface EntryMirror {
  kept(): readonly OutboxEntry[];
  unkept(): readonly OutboxEntry[];
  /** Without those that are taken back. The same array until something changes. */
  all(): readonly OutboxEntry[];
  find(messageId: string): OutboxEntry | undefined;
  expect(entry: NewEntry): void;
  keep(entry: OutboxEntry): void;
  set(messageId: string, state: EntryState | 'gone'): void;
  replaceKept(entries: readonly OutboxEntry[]): void;
}

export function createEntryMirror(onChange: () => void): EntryMirror {
  let kept: readonly OutboxEntry[] = [];
  let unkept: readonly OutboxEntry[] = [];
  let all: readonly OutboxEntry[] = [];

  function show(): void {
    all = [...kept, ...unkept].filter(({ state }) => state.status !== 'taken');
    onChange();
  }

  function without(entries: readonly OutboxEntry[], messageId: string): OutboxEntry[] {
    return entries.filter((entry) => entry.messageId !== messageId);
  }

  return {
    kept: () => kept,
    unkept: () => unkept,
    all: () => all,
    find: (messageId) => [...kept, ...unkept].find((entry) => entry.messageId === messageId),
    expect(entry) {
      unkept = [...unkept, { ...entry, sequence: Number.MAX_SAFE_INTEGER }];
      show();
    },
    keep(entry) {
      unkept = without(unkept, entry.messageId);
      kept = [...without(kept, entry.messageId), entry].toSorted(bySequence);
      show();
    },
    set(messageId, state) {
      kept =
        state === 'gone'
          ? without(kept, messageId)
          : kept.map((entry) => (entry.messageId === messageId ? { ...entry, state } : entry));
      show();
    },
    replaceKept(entries) {
      const ids = new Set(entries.map(({ messageId }) => messageId));
      unkept = unkept.filter(({ messageId }) => !ids.has(messageId));
      kept = entries;
      show();
    },
  };
}

function bySequence(a: OutboxEntry, b: OutboxEntry): number {
  return a.sequence - b.sequence;
}
