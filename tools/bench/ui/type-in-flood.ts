import type { Page } from '@playwright/test';
import { readMeter, resetMeter } from './page-meter.ts';
import { writeLive } from './write-messages.ts';

const FLOOD = { perSecond: 100, seconds: 20 };
const KEY_EVERY_MS = 120;
/** The least that Event Timing tells of. */
const FAST_MS = 16;
const ARRIVAL_PATIENCE_MS = 60_000;

export interface FloodFigures {
  /** From a key to the frame that shows its letter. */
  typingP95Ms: number;
  longestTaskMs: number;
  /** As many as the emulator took, and the page was sent. */
  perSecond: number;
}

/** Types while messages come in. `write` writes so many; the last one has this text, which the page shows. */
export async function typeInFlood(
  page: Page,
  fieldName: RegExp,
  write: (count: number) => Promise<unknown>,
  writeLast: (text: string) => Promise<unknown>,
): Promise<FloodFigures> {
  await page.getByRole('textbox', { name: fieldName }).focus();
  await resetMeter(page);
  const startedAt = performance.now();
  const typing = { isDue: true };
  const flood = writeLive(FLOOD, write).finally(() => (typing.isDue = false));
  // Told where it is awaited, when the keys are pressed.
  flood.catch(() => {});
  let pressed = 0;
  while (typing.isDue) {
    await page.keyboard.press('abcdefgh '.charAt(pressed % 9));
    pressed += 1;
    await page.waitForTimeout(KEY_EVERY_MS);
  }
  const written = await flood;
  const seconds = (performance.now() - startedAt) / 1_000;
  const { keys, longestTaskMs } = await readMeter(page);
  const last = `The flood is over: ${written} messages.`;
  await writeLast(last);
  await page.getByText(last, { exact: true }).waitFor({ timeout: ARRIVAL_PATIENCE_MS });
  const fast = Array.from({ length: Math.max(0, pressed - keys.length) }, () => FAST_MS);
  const sorted = [...keys, ...fast].toSorted((a, b) => a - b);
  return {
    typingP95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    longestTaskMs,
    perSecond: written / seconds,
  };
}
