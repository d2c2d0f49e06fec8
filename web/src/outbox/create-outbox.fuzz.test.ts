import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LEDGER_BURST } from '@plaza/shared/limits';
import { pick, randomInt, seededRandom, type Random } from '../../../tools/random/seeded-random.ts';
import { SimulatedBrowser, type Page } from './testing/simulated-browser.ts';
import { SimulatedServer } from './testing/simulated-server.ts';

const SEEDS = Array.from({ length: 100 }, (_, seed) => seed);
const STEPS = 120;
const HEALING_ROUNDS = 400;
const TABS_MAX = 3;
/** So many that the limit is reached soon. */
const SENT_BEFORE = LEDGER_BURST - 5;

/** Somebody who writes much, on a bad day. */
class Day {
  readonly browser = new SimulatedBrowser();
  readonly server = new SimulatedServer(() => this.browser.now);
  readonly #random: Random;
  /** The disk is full at times. */
  readonly #canFill: boolean;
  /** What this page shows the person to be called: it learns of a rename late. */
  #name = 'Ada';
  readonly written: string[] = [];
  /** Dropped by their author, and confirmed to be. */
  readonly dropped = new Set<string>();
  /** Dropped while a tab was sending it, on a disk that may have been too full to tell the other ones. */
  readonly tooLate = new Set<string>();
  /** Given up once, and tried again later than those after them. */
  readonly retried = new Set<string>();

  constructor(random: Random, canFill: boolean) {
    this.#random = random;
    this.#canFill = canFill;
    const { now } = this.browser;
    this.server.ledger = { count: SENT_BEFORE, since: now, updatedAt: now, lastMessageId: '' };
    this.#open();
  }

  #open(): Page {
    return this.browser.open(this.server, () => this.#name);
  }

  async step(): Promise<void> {
    const page = pick(this.#random, this.#usable);
    const actions: readonly (() => unknown)[] = [
      () => this.#write(page),
      () => this.#write(page),
      () => this.#write(page),
      () => this.server.deliver(true),
      () => this.server.deliver(true),
      () => this.server.deliver(this.#random() < 0.5),
      () => this.browser.advance(randomInt(this.#random, 1, 3_000)),
      () => this.browser.setOnline(this.#random() < 0.6),
      () => this.#reach(this.#random() < 0.6),
      () => (this.server.isRefusing = this.#random() < 0.3),
      () => this.#rename(),
      () => this.#changeTabs(page),
      () => this.#freeze(page),
      () => this.#thaw(),
      () => this.#loseDisk(),
      () => (this.browser.isDiskFull = this.#canFill && this.#random() < 0.3),
      () => this.#writeAndLeave(page),
      () => this.#drop(page),
      () => this.#retryAll(page),
    ];
    await pick(this.#random, actions)();
    await setImmediate();
  }

  #write(page: Page): void {
    const before = new Set(page.outbox.getEntries().map(({ messageId }) => messageId));
    void page.outbox.add({ text: 'Hello', images: [] });
    const [entry] = page.outbox.getEntries().filter(({ messageId }) => !before.has(messageId));
    if (entry !== undefined) this.written.push(entry.messageId);
  }

  #reach(isReachable: boolean): void {
    this.server.isReachable = isReachable;
    this.server.tell();
  }

  #rename(): void {
    this.server.previous = this.server.current;
    this.server.current = `Ada${this.browser.now}`;
    if (this.#random() < 0.5) this.#name = this.server.current;
  }

  #changeTabs(page: Page): void {
    if (this.#random() < 0.5 && this.browser.pages.length < TABS_MAX) {
      this.#open();
    } else {
      this.#leave(page);
    }
  }

  #leave(page: Page): void {
    this.browser.kill(page, this.server);
    if (this.#usable.length === 0) this.#open();
  }

  get #usable(): readonly Page[] {
    return this.browser.pages.filter(({ isFrozen }) => !isFrozen);
  }

  #freeze(page: Page): void {
    page.isFrozen = this.#usable.length > 1;
  }

  #thaw(): void {
    for (const page of this.browser.pages.filter(({ isFrozen }) => isFrozen)) {
      this.browser.thaw(page);
    }
  }

  async #loseDisk(): Promise<void> {
    this.#thaw();
    await setImmediate();
    this.browser.loseDisk();
  }

  /** The disk does not have it yet. */
  #writeAndLeave(page: Page): void {
    this.#write(page);
    this.#leave(page);
  }

  async #drop(page: Page): Promise<void> {
    const entries = page.outbox.getEntries();
    if (entries.length === 0) return;
    const { messageId } = pick(this.#random, entries);
    const { outbox } = page;
    const isBeingSent = this.#canFill && this.#isBeingSent(messageId);
    const isDropped = await pick(this.#random, [
      () => outbox.discard(messageId),
      () => this.#takeBack(page, messageId),
      () => outbox.withdraw(messageId),
    ])();
    if (isDropped) this.dropped.add(messageId);
    if (isDropped && isBeingSent) this.tooLate.add(messageId);
  }

  #isBeingSent(messageId: string): boolean {
    return this.browser.pages
      .flatMap((page) => page.outbox.getEntries())
      .some((entry) => entry.messageId === messageId && entry.state.status === 'sending');
  }

  async #takeBack({ outbox }: Page, messageId: string): Promise<boolean> {
    let isTaken = false;
    await outbox.takeBack(messageId, async () => {
      await setImmediate();
      isTaken = true;
    });
    return isTaken;
  }

  async #retryAll({ outbox }: Page): Promise<void> {
    const failed = outbox.getEntries().filter(({ state }) => state.status === 'failed');
    for (const { messageId } of failed) {
      this.retried.add(messageId);
      await outbox.retry(messageId);
    }
  }

  /** All is well again: what is left goes out. */
  async heal(): Promise<void> {
    this.server.isRefusing = false;
    this.browser.isDiskFull = false;
    this.browser.setOnline(true);
    this.#reach(true);
    for (const page of this.browser.pages) page.isFrozen = false;
    for (let round = 0; round < HEALING_ROUNDS; round += 1) {
      this.server.deliver(true);
      this.browser.advance(2_000);
      for (const page of this.browser.pages) await this.#retryAll(page);
      await setImmediate();
    }
  }
}

async function liveThrough(seed: number, canFill: boolean): Promise<Day> {
  const day = new Day(seededRandom(seed), canFill);
  for (let step = 0; step < STEPS; step += 1) await day.step();
  await day.heal();
  expect(day.server.refusalsForQuota).toBe(0);
  expect(day.browser.pages.flatMap(({ outbox }) => outbox.getEntries())).toEqual([]);
  return day;
}

test.each(SEEDS)('[SD21] nothing is lost, doubled or out of order: seed %i', async (seed) => {
  const { written, dropped, retried, server } = await liveThrough(seed, false);
  const wanted = written.filter((messageId) => !dropped.has(messageId));
  expect(server.messages.toSorted()).toEqual(wanted.toSorted());
  const inOrder = (all: readonly string[]) => all.filter((id) => !retried.has(id));
  expect(inOrder(server.messages)).toEqual(inOrder(wanted));
});

test.each(SEEDS)(
  '[SD32] [SD33] nothing is lost, doubled or comes back on a disk that is full at times: seed %i',
  async (seed) => {
    const { written, dropped, tooLate, server } = await liveThrough(seed, true);
    const isSure = (messageId: string) => !tooLate.has(messageId);
    const wanted = written.filter((messageId) => !dropped.has(messageId));
    expect(server.messages.filter(isSure).toSorted()).toEqual(wanted.filter(isSure).toSorted());
    expect(new Set(server.messages).size).toBe(server.messages.length);
  },
);
