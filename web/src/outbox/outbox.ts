import type { Draft, OutboxEntry } from './outbox-entry.ts';

/** One person's messages that are on their way, the same in all tabs of this browser. */
export interface Outbox {
  /** In sending order; the same array until something changes. */
  getEntries(): readonly OutboxEntry[];
  /** Returns what ends the subscription. */
  subscribe(onChange: () => void): () => void;
  /** Shows the entry at once; resolves when this device keeps it. */
  add(draft: Draft): Promise<void>;
  /** Tries a failed entry again, under its id. */
  retry(messageId: string): Promise<void>;
  /** Drops an entry that is queued or failed; false if it is on its way already. */
  discard(messageId: string): Promise<boolean>;
  /** As `discard`, and resolves with what was written so that it can be edited; null if it is on its way already. */
  takeBack(messageId: string): Promise<Draft | null>;
}
