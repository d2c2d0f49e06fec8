import { LEDGER_BURST, LEDGER_RATE_PER_SECOND } from '@plaza/shared/limits';
import type { Ledger } from './sending-backend.ts';

/**
 * A mirror of the quota ledger, to wait before the rules refuse. This device's clock may be hours
 * wrong, so it only ever measures how long something is ago.
 */
export interface Pace {
  readonly ledger: Ledger;
  readonly anchor: Anchor;
}

/** A moment of which the ledger tells the server's time. */
interface Anchor {
  readonly serverTime: number;
  readonly since: number;
  readonly count: number;
  readonly credit: number;
  /** When this device learned of it, by a clock that only ever goes on: later than it was. */
  readonly learnedAt: number;
}

export interface Clocks {
  /** Milliseconds that only ever go on. */
  readonly steady: number;
  /** Milliseconds since 1970, as this device believes. */
  readonly wall: number;
}

export interface Obstacle {
  readonly reason: 'quota' | 'blocked';
  readonly ms: number;
}

export function observeLedger(pace: Pace | null, ledger: Ledger, clocks: Clocks): Pace | null {
  const { updatedAt, since, count } = ledger;
  if (updatedAt === null) return pace === null ? null : { ...pace, ledger };
  if (pace?.anchor.serverTime === updatedAt && pace.anchor.since === since)
    return { ...pace, ledger };
  // How long the first one is ago only the wall clock may know; a wrong guess costs a refusal.
  const agoMs = pace === null ? Math.max(0, clocks.wall - updatedAt) : 0;
  const credit = creditAt(ledger, updatedAt + agoMs);
  return {
    ledger,
    anchor: { serverTime: updatedAt, since, count, credit, learnedAt: clocks.steady },
  };
}

/** The rules have never let it fall below zero: less comes from a `since` that was moved later. */
function creditAt({ count, since }: Ledger, time: number): number {
  const credit = LEDGER_BURST + ((time - since) / 1_000) * LEDGER_RATE_PER_SECOND - count;
  return Math.max(0, credit);
}

/** What the rules would refuse a message for now, and how long; null if nothing. */
export function obstacleIn({ ledger, anchor }: Pace, clocks: Clocks): Obstacle | null {
  const elapsed = clocks.steady - anchor.learnedAt;
  const blockedMs = blockLeft(ledger, anchor.serverTime + elapsed, clocks.wall);
  if (blockedMs > 0) return { reason: 'blocked', ms: blockedMs };
  const earned = (elapsed / 1_000) * LEDGER_RATE_PER_SECOND;
  const credit = anchor.credit + earned - (ledger.count - anchor.count);
  if (credit >= 1) return null;
  return { reason: 'quota', ms: Math.ceil(((1 - credit) / LEDGER_RATE_PER_SECOND) * 1_000) };
}

/** Neither time is sure: the earliest of the server's is too early, the wall clock is anything. */
function blockLeft({ blockedUntil }: Ledger, earliest: number, wall: number): number {
  if (blockedUntil === null) return 0;
  return Math.min(blockedUntil - earliest, blockedUntil - wall);
}
