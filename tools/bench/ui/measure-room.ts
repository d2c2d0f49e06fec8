import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Firestore } from 'firebase-admin/firestore';
import { step } from '../../progress.ts';
import { seededRandom } from '../../random/seeded-random.ts';
import { heapMb, installMeter, readMeter, resetMeter } from './page-meter.ts';
import { writeLive, writePast } from './write-messages.ts';

const THROTTLING = 4;
const PAST_MESSAGES = 10_000;
const FLOOD = { perSecond: 100, seconds: 20 };
/** An hour of a message a second, in less time. */
const HOUR = { perSecond: 120, seconds: 30 };
const KEY_EVERY_MS = 120;
const WHEEL_PX = 800;
const QUIET_MS = 3_000;

export interface RoomFigures {
  scrolledMessages: number;
  scrollWorstFrameMs: number;
  typingP95Ms: number;
  longestTaskMs: number;
  cls: number;
  /** Fresh in the room, after the history, and after the hour. */
  heapMb: { before: number; scrolled: number; after: number };
  /** Rows in the page, at most. */
  rows: number;
}

/** Somebody in a full room, on a slow phone: scrolls to the beginning, types in a flood, stays an hour. */
export async function measureRoom(
  context: BrowserContext,
  db: Firestore,
  enterRoom: (page: Page) => Promise<void>,
): Promise<RoomFigures> {
  const random = seededRandom(6);
  await step(`Writing ${PAST_MESSAGES} messages`, () => writePast(db, PAST_MESSAGES, random));
  const page = await context.newPage();
  await installMeter(page);
  const session = await context.newCDPSession(page);
  await enterRoom(page);
  await page.locator('[data-message-id]').first().waitFor();
  await page.waitForTimeout(QUIET_MS);
  const before = await heapMb(session);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING });

  await resetMeter(page);
  const rows = await step('Scrolling to the beginning', () => scrollToBeginning(page));
  const scrolling = await readMeter(page);
  const scrolled = await heapMb(session);

  await page.keyboard.press('End');
  await page.waitForTimeout(QUIET_MS);
  const flood = await step('Typing in a flood', () => typeInFlood(page, db, random));
  await step('An hour of messages', () => writeLive(db, HOUR, random));
  await page.waitForTimeout(QUIET_MS);
  const { cls } = await readMeter(page);
  const after = await unthrottledHeap(session);
  await page.close();
  return {
    scrolledMessages: PAST_MESSAGES,
    scrollWorstFrameMs: scrolling.worstFrameMs,
    ...flood,
    cls,
    heapMb: { before, scrolled, after },
    rows,
  };
}

async function unthrottledHeap(session: CDPSession): Promise<number> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return heapMb(session);
}

/** Resolves with the most rows that were in the page. */
async function scrollToBeginning(page: Page): Promise<number> {
  const list = page.getByRole('list', { name: 'Messages' });
  const beginning = page.getByText('This is where Plaza begins.');
  await list.hover();
  let rows = 0;
  for (let wheel = 0; ; wheel += 1) {
    await page.mouse.wheel(0, -WHEEL_PX);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    if (wheel % 50 !== 0) continue;
    rows = Math.max(rows, await list.getByRole('listitem').count());
    if (await beginning.isVisible()) {
      const top = await page
        .getByRole('group', { name: 'Conversation' })
        .evaluate((box) => box.scrollTop);
      if (top === 0) return rows;
    }
  }
}

async function typeInFlood(
  page: Page,
  db: Firestore,
  random: () => number,
): Promise<{ typingP95Ms: number; longestTaskMs: number }> {
  await page.getByRole('textbox', { name: 'Message' }).focus();
  await resetMeter(page);
  const flood = writeLive(db, FLOOD, random);
  const endsAt = Date.now() + FLOOD.seconds * 1_000;
  let pressed = 0;
  while (Date.now() < endsAt) {
    await page.keyboard.press('abcdefgh '.charAt(pressed % 9));
    pressed += 1;
    await page.waitForTimeout(KEY_EVERY_MS);
  }
  await flood;
  const { keys, longestTaskMs } = await readMeter(page);
  // Faster ones are not told of.
  const fast = Array.from({ length: Math.max(0, pressed - keys.length) }, () => 16);
  const sorted = [...keys, ...fast].toSorted((a, b) => a - b);
  return { typingP95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0, longestTaskMs };
}
