import type { Draft, OutboxEntry } from './outbox-entry.ts';

/**
 * Resolves when what was written outlives the page, or is not wanted any more. `mayHaveIt`: it may
 * have been kept before.
 */
export type KeepDraft = (draft: Draft, mayHaveIt: boolean) => Promise<void>;

/** One person's messages that are on their way, the same in all tabs of this browser. */
export interface Outbox {
  /** In sending order; the same array until something changes. */
  readonly getEntries: () => readonly OutboxEntry[];
  /** Returns what ends the subscription. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Shows the entry at once; resolves when this device keeps it. */
  readonly add: (draft: Draft) => Promise<void>;
  /** Tries a failed entry again, under its id. */
  readonly retry: (messageId: string) => Promise<void>;
  /** Drops an entry that is queued or failed; false if it is on its way already. */
  readonly discard: (messageId: string) => Promise<boolean>;
  /** As `discard`, so that it can be edited: it leaves when `keep` has what was written. */
  readonly takeBack: (messageId: string, keep: KeepDraft) => Promise<void>;
  /** The same with what an earlier page has not come to the end of: `keep` may have it already. */
  readonly resumeTakingBack: (keep: KeepDraft) => Promise<void>;
  /**
   * Sees to it that an entry does not reach the room, or does not stay there if it is on its way.
   * False if there is no such entry: the message has arrived, then, and is the server's to delete.
   */
  readonly withdraw: (messageId: string) => Promise<boolean>;
  /** `memory` while an entry is kept by this page alone: it is lost with the page. */
  readonly getKept: () => 'disk' | 'memory';
  /** Leaves sending to another tab; entries go on being shown and kept. */
  readonly pause: () => void;
  /** Ends all of it. */
  readonly close: () => void;
}
