import { expect, test } from 'vitest';
import { createStaleWatch } from './stale-watch.ts';
import { createHandTimer } from './testing/hand-timer.ts';

function startWatch() {
  const timer = createHandTimer();
  let isOnline = true;
  let count = 0;
  const watch = createStaleWatch({ isOnline: () => isOnline, startTimer: timer.start }, () => {
    count += 1;
  });

  function setOnline(value: boolean): void {
    isOnline = value;
  }

  /** How often it has called back after that. */
  function passTime(): number {
    timer.fire();
    return count;
  }

  return { watch, setOnline, passTime, waits: timer.waits };
}

test('[RM43] a listener that goes on without the server’s word is noticed, and again ever later', () => {
  const { watch, passTime, waits } = startWatch();
  watch.note(true);
  expect(passTime()).toBe(0);
  watch.note(false);
  watch.note(false);
  expect([passTime(), passTime()]).toEqual([1, 1]);
  watch.note(false);
  expect(passTime()).toBe(2);
  watch.note(true);
  watch.note(false);
  expect(passTime()).toBe(3);
  expect(waits).toEqual([8_000, 16_000, 8_000]);
});

test('[RM43] one that has never had it is given longer', () => {
  const { watch, passTime, waits } = startWatch();
  watch.note(false);
  expect(passTime()).toBe(1);
  watch.note(false);
  expect(waits).toEqual([16_000, 32_000]);
});

test('[RM43] one that has it again in time, or is over, is not noticed', () => {
  const { watch, passTime } = startWatch();
  watch.note(true);
  watch.note(false);
  watch.note(true);
  expect(passTime()).toBe(0);
  watch.note(false);
  watch.stop();
  expect(passTime()).toBe(0);
});

test('[RM43] without a network nothing can be done: it is noticed when there is one', () => {
  const { watch, setOnline, passTime } = startWatch();
  watch.note(true);
  watch.note(false);
  setOnline(false);
  expect([passTime(), passTime()]).toEqual([0, 0]);
  setOnline(true);
  expect(passTime()).toBe(1);
});
