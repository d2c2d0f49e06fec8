import type { Timestamp } from './timestamp.ts';

/**
 * senders/{uid}: the quota ledger. Each message or report raises `count` by one in its commit, and
 * the rules hold `count <= LEDGER_BURST + LEDGER_RATE_PER_SECOND x (now - since)`.
 */
export interface Sender {
  readonly count: number;
  readonly since: Timestamp;
  readonly updatedAt: Timestamp;
  /** Binds one ledger update to one message, or to one report by its id. Empty before the first. */
  readonly lastMessageId: string;
  readonly blockedUntil: Timestamp | null;
}
