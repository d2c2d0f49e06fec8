import { expect, test } from 'vitest';
import { createMissedWatch } from './missed-watch.ts';

function startWatch() {
  let agrees = true;
  let due: (() => void) | null = null;
  let count = 0;
  const waits: number[] = [];
  const watch = createMissedWatch(
    {
      agrees: () => Promise.resolve(agrees),
      startTimer(ms, onEnd) {
        waits.push(ms);
        due = onEnd;
        return () => {
          due = null;
        };
      },
    },
    () => {
      count += 1;
    },
  );

  function setAgrees(value: boolean): void {
    agrees = value;
  }

  /** How often it has called back after that. */
  async function passTime(): Promise<number> {
    const onEnd = due;
    due = null;
    onEnd?.();
    await Promise.resolve();
    return count;
  }

  return { watch, waits, setAgrees, passTime };
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
  const { watch, passTime, setAgrees, waits } = startWatch();
  watch.note();
  setAgrees(false);
  const counts = [await passTime(), await passTime(), await passTime(), await passTime()];
  expect(counts).toEqual([0, 1, 1, 2]);
  setAgrees(true);
  await passTime();
  watch.note();
  expect(waits).toEqual([3_000, 3_000, 6_000, 6_000, 12_000, 20_000, 3_000]);
});

test('[RM44] what agrees the next time was on its way', async () => {
  const { watch, passTime, setAgrees } = startWatch();
  watch.note();
  setAgrees(false);
  await passTime();
  setAgrees(true);
  await passTime();
  setAgrees(false);
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
  const { watch, passTime, setAgrees, waits } = startWatch();
  watch.note();
  setAgrees(false);
  await passTime();
  watch.stop();
  await passTime();
  watch.note();
  expect([await passTime(), waits]).toEqual([0, [3_000, 3_000]]);
});
