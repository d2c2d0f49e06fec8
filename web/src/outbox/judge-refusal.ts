import { LEDGER_BURST, LEDGER_RATE_PER_SECOND } from '@plaza/shared/limits';
import type { Verdict } from './entry-machine.ts';
import type { Ledger, Standing } from './sending-backend.ts';

/** Refusals without a known reason before an entry is given up: the rules may refuse for a while. */
export const REFUSALS_MAX = 6;
const RETRY_FIRST_MS = 1_000;
const APP_CHECK_RETRY_MS = 60_000;
const SESSION_RETRY_MS = 5_000;
/** The rules count by the server's clock, and this device only from when it learns of something. */
const QUOTA_MARGIN_MS = 100;
/** Asked again this often where the wall clock is no help. */
const BLOCK_RETRY_MS = 15_000;

export interface Refusal {
  /** The name that the message carried. */
  readonly username: string;
  /** Refusals for no known reason before this one. */
  readonly refusals: number;
  readonly standing: Standing;
  readonly hasAppCheckTrouble: boolean;
  /** The ledger's `updatedAt` for which the quota has been waited for already: it was not that. */
  readonly waitedAt: number | null;
  /** Milliseconds since 1970, by this device's clock. */
  readonly now: number;
}

/** Why the server has refused a message that it does not have, and what to do. */
export function judgeRefusal({
  username,
  refusals,
  standing,
  hasAppCheckTrouble,
  waitedAt,
  now,
}: Refusal): Verdict {
  const { names, ledger } = standing;
  if (hasAppCheckTrouble) return waitFor('app-check', now + APP_CHECK_RETRY_MS);
  if (names === null || ledger === null) return { type: 'give-up', reason: 'no-profile' };
  if (username !== names.current && username !== names.previous) return waitFor('turn', now);
  const blockMs = possibleBlock(ledger, now);
  if (blockMs > 0) return waitFor('blocked', now + blockMs);
  if (creditLeft(ledger) < 1 && ledger.updatedAt !== waitedAt) {
    return waitFor('quota', now + quotaMs(ledger));
  }
  if (refusals >= REFUSALS_MAX) return { type: 'give-up', reason: 'refused' };
  const until = now + RETRY_FIRST_MS * 2 ** refusals;
  return { type: 'wait', reason: 'retry', until, refusals: refusals + 1 };

  function waitFor(reason: 'turn' | 'quota' | 'blocked' | 'app-check', until: number): Verdict {
    return { type: 'wait', reason, until, refusals };
  }
}

export function sessionVerdict(refusals: number, now: number): Verdict {
  return { type: 'wait', reason: 'session', until: now + SESSION_RETRY_MS, refusals };
}

/** As it was when the rules last accepted something. Since then it can only have grown. */
function creditLeft({ count, since, updatedAt }: Ledger): number {
  const elapsed = (updatedAt ?? since) - since;
  return LEDGER_BURST + (elapsed / 1_000) * LEDGER_RATE_PER_SECOND - count;
}

function quotaMs(ledger: Ledger): number {
  const missing = Math.min(1, 1 - creditLeft(ledger));
  return (missing / LEDGER_RATE_PER_SECOND) * 1_000 + QUOTA_MARGIN_MS;
}

/** How long to wait if the block is not over; 0 if it is, for sure. */
function possibleBlock({ blockedUntil, updatedAt, since }: Ledger, now: number): number {
  if (blockedUntil === null) return 0;
  const atMost = blockedUntil - (updatedAt ?? since);
  if (atMost <= 0) return 0;
  const byWallClock = blockedUntil - now;
  return Math.min(atMost, byWallClock > 0 ? byWallClock : BLOCK_RETRY_MS);
}
