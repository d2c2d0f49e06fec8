import { describe, expect, test } from 'vitest';
import { LEDGER_BURST } from '@plaza/shared/limits';
import { observeLedger, obstacleIn, type Pace } from './pace.ts';
import type { Ledger } from './sending-backend.ts';

const T0 = Date.UTC(2026, 10, 24, 12);
const HOUR_MS = 3_600_000;

function ledger(changes: Partial<Ledger>): Ledger {
  return { count: 0, since: T0, updatedAt: T0, lastMessageId: 'a', blockedUntil: null, ...changes };
}

/** What a device knows that sees these ledgers arrive, each at its steady and at its wall time. */
function observe(
  steps: readonly (readonly [steady: number, wall: number, ledger: Ledger])[],
): Pace {
  const pace = steps.reduce<Pace | null>(
    (before, [steady, wall, seen]) => observeLedger(before, seen, { steady, wall }),
    null,
  );
  if (pace === null) throw new Error('Nothing was observed.');
  return pace;
}

describe.each([
  ['right', 0],
  ['two hours slow', -2 * HOUR_MS],
  ['two hours fast', 2 * HOUR_MS],
])('[SD20] by a clock that is %s', (_, skewMs) => {
  const wall = (time: number) => T0 + time + skewMs;

  test('the burst is free, the next one waits for what is missing', () => {
    const last = (count: number) =>
      observe([
        [0, wall(0), ledger({})],
        [500, wall(500), ledger({ count, updatedAt: T0 + 400 })],
      ]);
    const clocks = { steady: 500, wall: wall(500) };
    expect(obstacleIn(last(LEDGER_BURST - 1), clocks)).toBeNull();
    const obstacle = obstacleIn(last(LEDGER_BURST), clocks);
    expect(obstacle?.reason).toBe('quota');
    expect(obstacle?.ms).toBeCloseTo(600, -1);
    expect(obstacleIn(last(LEDGER_BURST), { steady: 1_101, wall: wall(1_101) })).toBeNull();
  });

  test('what is on its way counts', () => {
    const pace = observe([
      [0, wall(0), ledger({})],
      [100, wall(100), ledger({ count: LEDGER_BURST - 1, updatedAt: T0 + 100 })],
      [110, wall(110), ledger({ count: LEDGER_BURST, updatedAt: null })],
    ]);
    expect(obstacleIn(pace, { steady: 110, wall: wall(110) })).toMatchObject({ reason: 'quota' });
  });

  test('somebody who comes back after hours is kept waiting for a second at most', () => {
    const spent = ledger({ count: LEDGER_BURST });
    const pace = observe([[0, wall(8 * HOUR_MS), spent]]);
    const obstacle = obstacleIn(pace, { steady: 0, wall: wall(8 * HOUR_MS) });
    expect(obstacle?.ms ?? 0).toBeLessThanOrEqual(1_000);
  });

  test('idle credit that the backend has taken back is not missed for longer than a second', () => {
    const pace = observe([
      [0, wall(0), ledger({ count: 5, updatedAt: T0 })],
      [HOUR_MS, wall(HOUR_MS), ledger({ count: 5, updatedAt: T0, since: T0 + HOUR_MS - 5_000 })],
    ]);
    const obstacle = obstacleIn(pace, { steady: HOUR_MS, wall: wall(HOUR_MS) });
    expect(obstacle?.ms ?? 0).toBeLessThanOrEqual(1_000);
  });

  test('a block ends by itself', () => {
    const blocked = ledger({ count: 5, updatedAt: T0 + 1_000, blockedUntil: T0 + 61_000 });
    const pace = observe([
      [0, wall(0), ledger({})],
      [1_000, wall(1_000), blocked],
    ]);
    const left = (steady: number) => obstacleIn(pace, { steady, wall: wall(steady) })?.ms ?? 0;
    expect(left(1_000)).toBeLessThanOrEqual(60_000);
    expect(left(61_001)).toBe(0);
  });
});
