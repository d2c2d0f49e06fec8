import { expect, test } from 'vitest';
import { afterStandstill } from './after-standstill.ts';

function watch() {
  let now = 0;
  let isVisible = true;
  let tick = () => {};
  let count = 0;
  afterStandstill(
    {
      now: () => now,
      isVisible: () => isVisible,
      startTicking(_, onTick) {
        tick = onTick;
        return () => {};
      },
    },
    () => {
      count += 1;
    },
  );
  function show(value: boolean): void {
    isVisible = value;
  }

  function tickAfter(ms: number): number {
    now += ms;
    tick();
    return count;
  }

  return { show, tickAfter };
}

test('[RM43] a page that stood still is told from one that goes on, once, with its second tick', () => {
  const { tickAfter } = watch();
  expect([2_000, 2_100, 4_900, 2_000].map(tickAfter)).toEqual([0, 0, 0, 0]);
  expect([8_000, 2_000, 2_000, 2_000].map(tickAfter)).toEqual([0, 1, 1, 1]);
});

test('[RM43] one that is hidden, where timers are slow, waits until it is seen', () => {
  const { tickAfter, show } = watch();
  show(false);
  expect([60_000, 60_000, 2_000].map(tickAfter)).toEqual([0, 0, 0]);
  show(true);
  expect([2_000, 2_000].map(tickAfter)).toEqual([1, 1]);
});
