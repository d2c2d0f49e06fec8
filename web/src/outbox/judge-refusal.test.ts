import { describe, expect, test } from 'vitest';
import { LEDGER_BURST } from '@plaza/shared/limits';
import { judgeRefusal, REFUSALS_MAX, type Refusal } from './judge-refusal.ts';
import type { Ledger } from './sending-backend.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR_MS = 3_600_000;

const LEDGER: Ledger = {
  count: 3,
  since: NOW - HOUR_MS,
  updatedAt: NOW - HOUR_MS / 2,
  lastMessageId: 'another',
  blockedUntil: null,
};

function refusal(changes: Partial<Refusal>, ledger: Partial<Ledger> = {}): Refusal {
  return {
    username: 'Ada',
    refusals: 0,
    standing: {
      names: { current: 'Ada', previous: null },
      ledger: { ...LEDGER, ...ledger },
    },
    hasAppCheckTrouble: false,
    waitedAt: null,
    now: NOW,
    ...changes,
  };
}

/** A ledger that admitted its last message exactly at the limit. */
const SPENT = { count: LEDGER_BURST, since: NOW - 100, updatedAt: NOW - 100 };

describe('[SD19] a refusal is followed by what its reason asks for', () => {
  test('App Check before all else, for it refuses everything', () => {
    const verdict = judgeRefusal(
      refusal({ hasAppCheckTrouble: true, standing: { names: null, ledger: null } }),
    );
    expect(verdict).toMatchObject({ type: 'wait', reason: 'app-check' });
  });

  test.each([
    ['profile', { names: null, ledger: LEDGER }],
    ['ledger', { names: { current: 'Ada', previous: null }, ledger: null }],
  ])('no %s: given up', (_, standing) => {
    expect(judgeRefusal(refusal({ standing }))).toEqual({ type: 'give-up', reason: 'no-profile' });
  });

  test('a name of two renames ago: again at once', () => {
    const standing = { names: { current: 'Cleo', previous: 'Bea' }, ledger: LEDGER };
    expect(judgeRefusal(refusal({ standing }))).toMatchObject({ reason: 'turn', until: NOW });
  });

  test('the previous name is not the reason', () => {
    const standing = { names: { current: 'Bea', previous: 'Ada' }, ledger: LEDGER };
    expect(judgeRefusal(refusal({ standing }))).toMatchObject({ reason: 'retry' });
  });

  test('the limit: not longer than until one more is allowed', () => {
    const verdict = judgeRefusal(refusal({}, SPENT));
    expect(verdict).toMatchObject({ type: 'wait', reason: 'quota', refusals: 0 });
    expect(verdict).toHaveProperty('until', expect.closeTo(NOW + 1_000, -3));
  });

  test('the limit, waited for already: it was something else', () => {
    const waited = refusal({ waitedAt: SPENT.updatedAt }, SPENT);
    expect(judgeRefusal(waited)).toMatchObject({ reason: 'retry', refusals: 1 });
  });

  test.each([
    ['right', 0, 60_000],
    ['hours slow', -2 * HOUR_MS, 90_000],
    ['hours fast', 2 * HOUR_MS, 15_000],
  ])('a block, by a clock that is %s', (_, skewMs, waitMs) => {
    const now = NOW + skewMs;
    const block = { updatedAt: NOW - 30_000, blockedUntil: NOW + 60_000 };
    expect(judgeRefusal(refusal({ now }, block))).toMatchObject({
      reason: 'blocked',
      until: now + waitMs,
    });
  });

  test('a block that was over when the last message went through is none', () => {
    const over = { updatedAt: NOW - 1_000, blockedUntil: NOW - 2_000 };
    expect(judgeRefusal(refusal({}, over))).toMatchObject({ reason: 'retry' });
  });

  test('no known reason: later each time, then given up', () => {
    const waits = Array.from({ length: REFUSALS_MAX }, (_, refusals) =>
      judgeRefusal(refusal({ refusals })),
    ).map((verdict) => (verdict.type === 'wait' ? (verdict.until ?? 0) - NOW : null));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000]);
    expect(judgeRefusal(refusal({ refusals: REFUSALS_MAX }))).toEqual({
      type: 'give-up',
      reason: 'refused',
    });
  });
});
