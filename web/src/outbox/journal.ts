import type { NewEntry } from './outbox-store.ts';

/**
 * Entries that the disk may not have yet. They are here in the same moment in which they are written,
 * so that none is lost with a page that is left in the next one.
 */
export interface Journal {
  /** What has left does not come back. */
  add(entry: NewEntry): void;
  remove(messageId: string): void;
  /** Keeps no more of it than that it was added, if that is not removed yet. */
  take(messageId: string): void;
  /** Those that are wanted and not taken, in the order in which they were written. */
  entries(isWanted: (messageId: string) => boolean): NewEntry[];
  /** Notes that a page has it in memory, whoever removes the entry. */
  hold(messageId: string): void;
  /** It was added and not removed, or is held. */
  isKnown(messageId: string): boolean;
  /** Notes, in place of an entry, that it has left: the disk or another page may still have it. */
  drop(messageId: string, at: number): void;
  isDropped(messageId: string): boolean;
  /** Forgets what left before that time, in milliseconds since 1970. */
  forgetDropped(before: number): void;
}
