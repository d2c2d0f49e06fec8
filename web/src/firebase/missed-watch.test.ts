import { expect, test } from 'vitest';
import { createMissedWatch } from './missed-watch.ts';
import { createHandTimer } from './testing/hand-timer.ts';

function startWatch() {
  const timer = createHandTimer();
  let differences = new Set<string>();
  let count = 0;
  const watch = createMissedWatch(
    { startTimer: timer.start, differences: () => Promise.resolve(differences) },
    () => {
      count += 1;
    },
  );

  function setDifferences(...all: string[]): void {
    differences = new Set(all);
  }

  /** How often it has called back after that. */
  async function passTime(): Promise<number> {
    timer.fire();
    await Promise.resolve();
    return count;
  }

  return { watch, waits: timer.waits, setDifferences, passTime };
}

test('[RM44] a listener that tells what the cache has is looked at twice, and then left alone', async () => {
  const { watch, passTime, waits } = startWatch();
  watch.note();
  watch.note();
  for (let looks = 0; looks < 4; looks += 1) expect(await passTime()).toBe(0);
  expect(waits).toEqual([3_000, 20_000]);
  watch.note();
  expect(waits).toEqual([3_000, 20_000, 3_000]);
});

test('[RM44] one that tells something else twice running is noticed, and again ever later', async () => {
  const { watch, passTime, setDifferences, waits } = startWatch();
  watch.note();
  setDifferences('one');
  const counts = [await passTime(), await passTime(), await passTime(), await passTime()];
  expect(counts).toEqual([0, 1, 1, 2]);
  setDifferences();
  await passTime();
  watch.note();
  expect(waits).toEqual([3_000, 3_000, 6_000, 6_000, 12_000, 20_000, 3_000]);
});

test('[RM44] what agrees the next time was on its way', async () => {
  const { watch, passTime, setDifferences } = startWatch();
  watch.note();
  setDifferences('one');
  await passTime();
  setDifferences();
  await passTime();
  setDifferences('one');
  watch.note();
  expect(await passTime()).toBe(0);
});

test('[RM44] what is told during a look is looked at soon', async () => {
  const { watch, passTime, waits } = startWatch();
  watch.note();
  const passed = passTime();
  watch.note();
  await passed;
  expect(waits).toEqual([3_000, 3_000]);
});

test('[RM44] one that has been stopped is not looked at any more', async () => {
  const { watch, passTime, setDifferences, waits } = startWatch();
  watch.note();
  setDifferences('one');
  await passTime();
  watch.stop();
  await passTime();
  watch.note();
  expect([await passTime(), waits]).toEqual([0, [3_000, 3_000]]);
});

test('[RM44] what differs once each time is on its way', async () => {
  const { watch, passTime, setDifferences } = startWatch();
  watch.note();
  for (const messageId of ['one', 'two', 'three']) {
    setDifferences(messageId);
    expect(await passTime()).toBe(0);
  }
  setDifferences('four', 'three');
  expect(await passTime()).toBe(1);
});
