import type { NewEntry } from './outbox-store.ts';

/**
 * Entries that the disk may not have yet. They are here in the same moment in which they are written,
 * so that none is lost with a page that is left in the next one.
 */
export interface Journal {
  add(entry: NewEntry): void;
  /** Also forgets that it has left. */
  remove(messageId: string): void;
  /** In the order in which they were written. */
  entries(): NewEntry[];
  /** Notes, in place of an entry, that it has left: the disk may still have it. */
  drop(messageId: string): void;
  dropped(): string[];
}
