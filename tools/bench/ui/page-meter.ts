import type { CDPSession, Page } from '@playwright/test';

interface Meter {
  frames: number[];
  longTasks: number[];
  keys: number[];
  shifts: { at: number; value: number }[];
}

declare global {
  interface Window {
    meter?: Meter;
  }
}

/** Measures from the first document of this page on. */
export async function installMeter(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const meter: Meter = { frames: [], longTasks: [], keys: [], shifts: [] };
    window.meter = meter;
    function observe(type: string, onEntry: (entry: PerformanceEntry) => void, more = {}): void {
      const observer = new PerformanceObserver((list) => list.getEntries().forEach(onEntry));
      observer.observe({ type, buffered: true, ...more });
    }
    observe('longtask', ({ duration }) => meter.longTasks.push(duration));
    observe(
      'event',
      ({ name, duration }) => {
        if (name === 'keydown') meter.keys.push(duration);
      },
      { durationThreshold: 16 },
    );
    observe('layout-shift', (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) meter.shifts.push({ at: entry.startTime, value });
    });
    let before = performance.now();
    function frame(now: number): void {
      meter.frames.push(now - before);
      before = now;
      requestAnimationFrame(frame);
    }
    requestAnimationFrame(frame);
  });
}

/** Forgets what has been measured, but not what has shifted. */
export async function resetMeter(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (window.meter === undefined) return;
    window.meter.frames = [];
    window.meter.longTasks = [];
    window.meter.keys = [];
  });
}

export interface Measured {
  /** Milliseconds between two frames. */
  readonly worstFrameMs: number;
  /** 0: none took 50 ms. */
  readonly longestTaskMs: number;
  /** Milliseconds from a key to the frame that shows it, in steps of 8; those below 16 are left out. */
  readonly keys: readonly number[];
  /** As web-vitals count it: the worst five seconds. */
  readonly cls: number;
}

export async function readMeter(page: Page): Promise<Measured> {
  const meter = await page.evaluate(() => window.meter);
  if (meter === undefined) throw new Error('The page is not measured.');
  return {
    worstFrameMs: Math.max(0, ...meter.frames.slice(1)),
    longestTaskMs: Math.max(0, ...meter.longTasks),
    keys: meter.keys,
    cls: worstWindow(meter.shifts),
  };
}

/** Shifts less than a second apart belong together, for five seconds at most. */
function worstWindow(shifts: Meter['shifts']): number {
  let [worst, sum, start, last] = [0, 0, -Infinity, -Infinity];
  for (const { at, value } of shifts) {
    if (at - last > 1_000 || at - start > 5_000) [sum, start] = [0, at];
    sum += value;
    last = at;
    worst = Math.max(worst, sum);
  }
  return worst;
}

/** What JavaScript holds after a collection, in MB. */
export async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_048_576;
}
