import type { EntryEvent } from './entry-machine.ts';
import type { EntryState, OutboxEntry } from './outbox-entry.ts';

/** An entry that has no place in the order yet. */
export type NewEntry = Omit<OutboxEntry, 'sequence'>;

export function newEntryFrom(entry: OutboxEntry): NewEntry {
  const { messageId, uid, text, images, queuedAt, state } = entry;
  return { messageId, uid, text, images, queuedAt, state };
}

/** The state after a change: `gone` when the entry has left by it, null when the change did not apply. */
export type Changed = EntryState | 'gone' | null;

/**
 * Keeps entries. Each call is one transaction, over all tabs of this browser.
 * @throws DOMException where the browser does not let it
 */
export interface OutboxStore {
  /** In sending order. */
  load(uid: string): Promise<OutboxEntry[]>;
  /** Resolves with the entry that is kept: one with that id may be there already. */
  add(entry: NewEntry): Promise<OutboxEntry>;
  change(messageId: string, event: EntryEvent): Promise<Changed>;
}
