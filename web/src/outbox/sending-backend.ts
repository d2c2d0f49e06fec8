import type { OutboxEntry } from './outbox-entry.ts';

/** What the SDK knows of a message at the moment. */
export interface Sight {
  readonly exists: boolean;
  /** A write of this browser is in the SDK's queue. */
  readonly isPending: boolean;
  /** The server has not been asked, or cannot be reached. */
  readonly isFromCache: boolean;
}

/** A person's quota ledger. Times are the server's, in milliseconds since 1970. */
export interface Ledger {
  /** With the writes that are in the SDK's queue. */
  readonly count: number;
  readonly since: number;
  /** Null while a write is in the SDK's queue. */
  readonly updatedAt: number | null;
  readonly lastMessageId: string;
  readonly blockedUntil: number | null;
}

/** What the server says of somebody. */
export interface Standing {
  readonly names: { readonly current: string; readonly previous: string | null } | null;
  readonly ledger: Ledger | null;
}

/**
 * `refused`: by the server, perhaps although it has the message. `not-kept`: the SDK could not put
 * the commit into its queue.
 */
export type CommitProblem = 'refused' | 'not-kept';

export type Committed =
  { readonly ok: true } | { readonly ok: false; readonly problem: CommitProblem };

/** Whatever speaks to the server for the outbox. */
export interface SendingBackend {
  /** Puts message, ledger entry and images into the SDK's queue as one. Does not settle without a network. */
  commit(entry: OutboxEntry, username: string): Promise<Committed>;
  /** The same past the SDK's queue, for a disk that is full. */
  commitDirectly(entry: OutboxEntry, username: string): Promise<Committed>;
  /** Calls back on each change. `onEnd` is called when it has ended by itself. */
  watch(messageId: string, onSight: (sight: Sight) => void, onEnd: () => void): () => void;
  /**
   * Asks the server whether it has, or has had, a message. `session`: it does not know who asks.
   * @throws where it cannot be asked, or what it says cannot be told from this browser's writes
   */
  readBack(entry: OutboxEntry): Promise<'there' | 'absent' | 'session'>;
  /** @throws as `readBack` does */
  readStanding(uid: string): Promise<Standing>;
  /** Calls back on each change, also of whether the SDK is in touch with the server. */
  subscribeToLedger(
    uid: string,
    onLedger: (ledger: Ledger, isFromCache: boolean) => void,
  ): () => void;
  /**
   * Puts the deletion of a message into the SDK's queue. Does not settle without a network.
   * @throws where there is no room in it, or the server refuses
   */
  remove(messageId: string): Promise<void>;
  /** Makes the SDK try the network now instead of waiting longer. */
  nudge(): void;
  /** Whether this browser fails to prove that it is genuine. */
  hasAppCheckTrouble(): Promise<boolean>;
}
