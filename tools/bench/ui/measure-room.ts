import { availableParallelism, loadavg } from 'node:os';
import type { BrowserContext, Page } from '@playwright/test';
import type { Firestore } from 'firebase-admin/firestore';
import { step } from '../../progress.ts';
import { seededRandom, type Random } from '../../random/seeded-random.ts';
import type { Channels } from '../../browser/follow-channels.ts';
import { heapMb, installMeter, readMeter, resetMeter } from './page-meter.ts';
import { scrollToBeginning } from './scroll-history.ts';
import { typeInFlood, type FloodFigures } from './type-in-flood.ts';
import { deleteMessages, writeLive, writeNow, writePast } from './write-messages.ts';

export const THROTTLING = 4;
/** An hour of a message a second, in less time. */
const HOUR = { perSecond: 120, seconds: 30 };
/** Before a flood. */
const FEW = 200;
const QUIET_MS = 3_000;
/** The emulator tells the whole window anew with every commit: a slow page needs long to hear it all. */
const HEARING_MS = 180_000;

export interface RoomFigures extends FloodFigures {
  scrolledMessages: number;
  scrollWorstFrameMs: number;
  scrollLongestTaskMs: number;
  /** While the page loads, in the flood, and in the hour: the worst of them. */
  cls: number;
  /** While somebody scrolls. */
  scrollCls: number;
  /** Fresh in the room, after the hour, and after the history. */
  heapMb: { before: number; after: number; scrolled: number };
  /** Rows in the page, at most. */
  rows: number;
  /** Programs that wanted to run, for each core, after flood, hour and history: the most. */
  load: number;
}

export interface RoomBench {
  readonly context: BrowserContext;
  readonly channels: Channels;
  readonly db: Firestore;
  /** Of the history to scroll through. */
  readonly messages: number;
  enter(page: Page): Promise<void>;
}

/**
 * Somebody on a slow phone: types in a flood, stays an hour, and scrolls to the beginning. Only for
 * that is the room full: the emulator searches all of it for every window after every commit.
 */
export async function measureRoom(bench: RoomBench): Promise<RoomFigures> {
  const random = seededRandom(6);
  await fillRoom(bench.db, FEW, random);
  const flood = await visit(bench, (page) => inFlood(bench, page, random));
  const loads = [loadPerCore()];
  await fillRoom(bench.db, FEW, random);
  const hour = await visit(bench, (page, heap) => forAnHour(bench, page, heap, random));
  loads.push(loadPerCore());
  await fillRoom(bench.db, bench.messages, random);
  const scrolling = await visit(bench, throughHistory);
  loads.push(loadPerCore());
  return {
    ...flood,
    scrolledMessages: bench.messages,
    scrollWorstFrameMs: scrolling.worstFrameMs,
    scrollLongestTaskMs: scrolling.longestTaskMs,
    cls: Math.max(flood.cls, hour.cls),
    scrollCls: scrolling.cls,
    heapMb: { before: hour.before, after: hour.after, scrolled: scrolling.heap },
    rows: scrolling.rows,
    load: Math.max(...loads),
  };
}

function loadPerCore(): number {
  return (loadavg()[0] ?? 0) / availableParallelism();
}

type Heap = () => Promise<number>;

async function inFlood({ db }: RoomBench, page: Page, random: Random) {
  const figures = await step('Typing in a flood', () =>
    typeInFlood(
      page,
      /^Message$/,
      (count) => writeNow(db, count, random),
      (text) => writeNow(db, 1, random, text),
    ),
  );
  return { ...figures, cls: (await readMeter(page)).cls };
}

async function forAnHour({ db }: RoomBench, page: Page, heap: Heap, random: Random) {
  const before = await heap();
  await step('An hour of messages', () => writeLive(HOUR, (count) => writeNow(db, count, random)));
  const last = 'The hour is over.';
  await writeNow(db, 1, random, last);
  await page.getByText(last, { exact: true }).waitFor({ timeout: HEARING_MS });
  await page.waitForTimeout(QUIET_MS);
  return { before, after: await heap(), cls: (await readMeter(page)).cls };
}

async function throughHistory(page: Page, heap: Heap) {
  await resetMeter(page);
  const rows = await step('Scrolling to the beginning', () => scrollToBeginning(page));
  return { rows, heap: await heap(), ...(await readMeter(page)) };
}

/** With messages of the past only: nothing older than the live window is loaded on entering. */
async function fillRoom(db: Firestore, count: number, random: Random): Promise<void> {
  await step(`Filling the room with ${count} messages`, async () => {
    await deleteMessages(db);
    await writePast(db, count, random);
  });
}

/** In a page of its own, four times slower as soon as it is in the room. */
export async function visit<T>(
  { context, channels, enter }: Pick<RoomBench, 'context' | 'channels' | 'enter'>,
  look: (page: Page, heap: Heap) => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  await installMeter(page);
  const session = await context.newCDPSession(page);
  await enter(page);
  await page.waitForTimeout(QUIET_MS);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING });
  try {
    return await look(page, () => heapMb(session));
  } finally {
    await page.close();
    await channels.end();
  }
}
