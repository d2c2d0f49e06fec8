import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LEDGER_BURST } from '@plaza/shared/limits';
import type { Draft } from './outbox-entry.ts';
import type { Outbox } from './outbox.ts';
import { SimulatedBrowser } from './testing/simulated-browser.ts';
import { SimulatedServer } from './testing/simulated-server.ts';

const MONTH_MS = 31 * 24 * 3_600_000;

type Trouble = Partial<Pick<SimulatedServer, 'isReachable' | 'isSlow'>>;

async function writeTo(trouble: Trouble, before: Trouble = {}) {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  Object.assign(server, before);
  const { outbox } = browser.open(server, () => 'Ada');
  await setImmediate();
  Object.assign(server, trouble);
  await outbox.add({ text: 'Hello', images: [] });
  await setImmediate();

  /** The seconds after which the SDK is told to try. */
  function nudgesIn(seconds: number): number[] {
    const nudged: number[] = [];
    for (let second = 1; second <= seconds; second += 1) {
      const before = server.nudges;
      browser.advance(1_000);
      if (server.nudges > before) nudged.push(second);
    }
    return nudged;
  }
  return { server, outbox, nudgesIn };
}

test('[SD22] while something is on its way and the SDK is cut off, it is told to try, ever less often', async () => {
  const { server, outbox, nudgesIn } = await writeTo({ isReachable: false });
  expect(nudgesIn(100)).toEqual([5, 15, 35, 65, 95]);

  server.isReachable = true;
  server.tell();
  server.deliver(true);
  await setImmediate();
  expect(nudgesIn(60)).toEqual([]);
  expect(outbox.getEntries()).toEqual([]);
});

test('[SD22] while a server is only slow, the SDK is left in peace for longer', async () => {
  const { nudgesIn } = await writeTo({ isSlow: true });
  expect(nudgesIn(90)).toEqual([15, 30, 50, 80]);
});

test('[SD22] a page that has never reached the server is not cut off: its line may be slow', async () => {
  const never = { isReachable: false };
  const { nudgesIn } = await writeTo(never, never);
  expect(nudgesIn(90)).toEqual([15, 30, 50, 80]);
});

test('[SD35] the disk is asked before a message is drawn', async () => {
  const browser = new SimulatedBrowser();
  const { outbox } = browser.open(new SimulatedServer(() => browser.now), () => 'Ada');
  await setImmediate();
  const emptyWhenDrawn: boolean[] = [];
  // As React does.
  outbox.subscribe(() => queueMicrotask(() => emptyWhenDrawn.push(browser.isDiskEmpty)));
  await outbox.add({ text: 'Hello', images: [] });
  expect(emptyWhenDrawn[0]).toBe(false);
});

test('[SD28] who asked for an earlier hand-over of a message asks no more when it is handed over anew', async () => {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  const { outbox } = browser.open(server, () => 'Ada');
  await setImmediate();
  server.isRefusing = true;
  await outbox.add({ text: 'Hello', images: [] });
  server.deliver(true);
  server.isReachable = false;
  await setImmediate();
  server.isReachable = true;
  server.tell();
  await setImmediate();
  expect(server.isIdle).toBe(false);
  const { questions } = server;
  browser.advance(10_000);
  await setImmediate();
  expect(questions).toBe(2);
  expect(server.questions).toBe(questions);
});

test('[SD20] a clock that is put right while the server is asked about a refusal lets nobody wait', async () => {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  const { outbox } = browser.open(server, () => 'Ada');
  await setImmediate();
  browser.skewMs = 3_600_000;
  server.onStandingAsked = () => {
    browser.skewMs = 0;
  };
  server.isRefusing = true;
  await outbox.add({ text: 'Hello', images: [] });
  server.deliver(true);
  await setImmediate();
  server.isRefusing = false;
  browser.advance(2_000);
  await setImmediate();
  server.deliver(true);
  expect(server.messages).toHaveLength(1);
});

test('[SD31] what a page took back and had no time to put into a draft is in one afterwards, and not sent', async () => {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  browser.isOnline = false;
  const first = browser.open(server, () => 'Ada');
  await first.outbox.add({ text: 'Hello', images: [] });
  const [entry] = first.outbox.getEntries();
  void first.outbox.takeBack(entry?.messageId ?? '', () => new Promise(() => {}));
  await setImmediate();
  browser.kill(first, server);

  const { outbox } = browser.open(server, () => 'Ada');
  browser.setOnline(true);
  await setImmediate();
  expect(server.isIdle).toBe(true);
  expect(outbox.getEntries()).toEqual([]);
  const drafts: string[] = [];
  const keep = async ({ text }: Draft) => {
    await setImmediate();
    drafts.push(text);
  };
  await outbox.resumeTakingBack(keep);
  await outbox.resumeTakingBack(keep);
  expect(drafts).toEqual(['Hello']);
});

/** The second of two tabs waits offline with a message, and the disk is full. */
async function waitOnFullDisk() {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  browser.isOnline = false;
  const sending = browser.open(server, () => 'Ada');
  const page = browser.open(server, () => 'Ada');
  await setImmediate();
  await page.outbox.add({ text: 'Hello', images: [] });
  await setImmediate();
  browser.isDiskFull = true;
  const [entry] = page.outbox.getEntries();
  return { browser, server, sending, page, messageId: entry?.messageId ?? '' };
}

test('[SD4] what is written before the outbox is read does not overtake what waits in it', async () => {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  browser.isOnline = false;
  const left = browser.open(server, () => 'Ada');
  await setImmediate();
  for (let count = 0; count < 2; count += 1) await left.outbox.add({ text: 'Hello', images: [] });
  browser.kill(left, server);

  let read = () => {};
  browser.reading = new Promise((resolve) => (read = resolve));
  browser.setOnline(true);
  const { outbox } = browser.open(server, () => 'Ada');
  await setImmediate();
  void outbox.add({ text: 'Hello', images: [] });
  await setImmediate();
  read();
  for (let count = 0; count < 3; count += 1) {
    await setImmediate();
    server.deliver(true);
  }
  expect(server.messages).toEqual(['message-1', 'message-2', 'message-3']);
});

test('[SD4] what a full disk leaves in memory keeps its place in the queue', async () => {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  browser.isOnline = false;
  const page = browser.open(server, () => 'Ada');
  await setImmediate();
  for (let count = 0; count < 3; count += 1) await page.outbox.add({ text: 'Hello', images: [] });
  browser.isDiskFull = true;
  browser.setOnline(true);
  await setImmediate();
  browser.thaw(page);
  await setImmediate();
  expect(page.outbox.getEntries().map(({ messageId }) => messageId)).toEqual([
    'message-1',
    'message-2',
    'message-3',
  ]);
});

const DROPPING = {
  cancelled: (outbox: Outbox, messageId: string) => outbox.discard(messageId),
  deleted: (outbox: Outbox, messageId: string) => outbox.withdraw(messageId),
  'taken back': (outbox: Outbox, messageId: string) => outbox.takeBack(messageId, async () => {}),
};

test.each(Object.entries(DROPPING))(
  '[SD32] what is %s on a full disk comes back in no tab, and on no later page',
  async (_, drop) => {
    const { browser, server, sending, page, messageId } = await waitOnFullDisk();
    await drop(page.outbox, messageId);
    await setImmediate();
    browser.setOnline(true);
    browser.thaw(page);
    await setImmediate();
    expect(page.outbox.getEntries()).toEqual([]);
    expect(sending.outbox.getEntries()).toEqual([]);

    browser.kill(sending, server);
    browser.kill(page, server);
    const { outbox } = browser.open(server, () => 'Ada');
    await setImmediate();
    expect(outbox.getEntries()).toEqual([]);

    browser.isDiskFull = false;
    browser.thaw(browser.open(server, () => 'Ada'));
    await setImmediate();
    expect(server.isIdle).toBe(true);
  },
);

test.each(Object.entries(DROPPING))(
  '[SD32] what is %s while another tab sleeps is not put back by it',
  async (_, drop) => {
    const browser = new SimulatedBrowser();
    const server = new SimulatedServer(() => browser.now);
    browser.isOnline = false;
    const [sleeping, page] = [0, 1].map(() => browser.open(server, () => 'Ada'));
    if (sleeping === undefined || page === undefined) throw new Error('No page.');
    await setImmediate();
    await page.outbox.add({ text: 'Hello', images: [] });
    await setImmediate();
    sleeping.isFrozen = true;
    browser.cutDisk(sleeping);
    await drop(page.outbox, page.outbox.getEntries()[0]?.messageId ?? '');
    browser.thaw(sleeping);
    await setImmediate();
    browser.setOnline(true);
    await setImmediate();
    expect(browser.pages.flatMap(({ outbox }) => outbox.getEntries())).toEqual([]);
    expect(server.isIdle).toBe(true);
  },
);

test('[SD32] what is cancelled stays so also where the journal has no room for what it was', async () => {
  const { browser, server, sending, page, messageId } = await waitOnFullDisk();
  browser.isJournalFull = true;
  await page.outbox.discard(messageId);
  browser.kill(sending, server);
  browser.kill(page, server);
  browser.setOnline(true);
  const { outbox } = browser.open(server, () => 'Ada');
  await setImmediate();
  expect(outbox.getEntries()).toEqual([]);
  expect(server.isIdle).toBe(true);
});

test('[SD32] what has left is taken from the disk when that can be, and after a month forgotten', async () => {
  const { browser, server, page, messageId } = await waitOnFullDisk();
  await page.outbox.discard(messageId);
  browser.isDiskFull = false;
  browser.thaw(page);
  await setImmediate();
  expect(browser.isDiskEmpty).toBe(true);
  expect(browser.noted).toEqual({ entries: 0, marks: 1 });
  browser.advance(MONTH_MS);
  browser.open(server, () => 'Ada');
  await setImmediate();
  expect(browser.noted).toEqual({ entries: 0, marks: 0 });
});

test('[SD32] what was cancelled does not come back either where the disk stays full for a month', async () => {
  const { browser, server, sending, page, messageId } = await waitOnFullDisk();
  await page.outbox.discard(messageId);
  browser.kill(sending, server);
  browser.kill(page, server);
  browser.advance(MONTH_MS);
  browser.open(server, () => 'Ada');
  await setImmediate();
  browser.setOnline(true);
  const late = browser.open(server, () => 'Ada');
  await setImmediate();
  browser.thaw(late);
  await setImmediate();
  expect(server.isIdle).toBe(true);
  expect(browser.pages.flatMap(({ outbox }) => outbox.getEntries())).toEqual([]);
});

test('[SD25] what a page left behind takes no room any more when the disk has it', async () => {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  browser.isOnline = false;
  const left = browser.open(server, () => 'Ada');
  void left.outbox.add({ text: 'Hello', images: [] });
  browser.kill(left, server);
  expect(browser.noted).toEqual({ entries: 1, marks: 0 });
  const { outbox } = browser.open(server, () => 'Ada');
  await setImmediate();
  expect(outbox.getEntries()).toHaveLength(1);
  expect(browser.noted).toEqual({ entries: 0, marks: 1 });
});

test('[SD25] where all goes well nothing stays noted', async () => {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  const [first, second] = [0, 1].map(() => browser.open(server, () => 'Ada').outbox);
  await setImmediate();
  for (const outbox of [first, second]) void outbox?.add({ text: 'Hello', images: [] });
  for (let sent = 0; sent < 2; sent += 1) {
    await setImmediate();
    server.deliver(true);
  }
  await setImmediate();
  expect(server.messages).toHaveLength(2);
  expect(browser.noted).toEqual({ entries: 0, marks: 0 });
});

async function sendWithFullQueue(trouble: Partial<SimulatedServer>) {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  Object.assign(server, { isQueueFull: true, ...trouble });
  const { outbox } = browser.open(server, () => 'Ada');
  await setImmediate();
  await outbox.add({ text: 'Hello', images: [] });
  await setImmediate();
  const [entry] = outbox.getEntries();
  const withdraw = () => outbox.withdraw(entry?.messageId ?? '');

  async function pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      browser.advance(1_000);
      await setImmediate();
      server.deliver(true);
      server.tell();
      await setImmediate();
    }
  }
  return { server, outbox, withdraw, pass };
}

test('[SD12] what is deleted before it could be sent past the full queue of the SDK is not sent', async () => {
  const { server, withdraw, pass } = await sendWithFullQueue({ isReachable: false });
  await withdraw();
  server.isReachable = true;
  await pass(10);
  expect(server.messages).toEqual([]);
});

test('[SD12] a deletion does not overtake what goes past the queue of the SDK', async () => {
  const { server, outbox, withdraw, pass } = await sendWithFullQueue({ isHolding: true });
  server.isQueueFull = false;
  await withdraw();
  await pass(3);
  server.letThrough();
  await pass(5);
  expect(server.messages).toEqual([]);
  expect(outbox.getEntries()).toEqual([]);
});

test('[SD12] what is deleted while it goes past the full queue of the SDK is taken out as soon as can be', async () => {
  const { server, outbox, withdraw, pass } = await sendWithFullQueue({ isHolding: true });
  await withdraw();
  await pass(3);
  server.letThrough();
  await pass(3);
  expect(server.messages).toHaveLength(1);
  server.isQueueFull = false;
  await pass(5);
  expect(server.messages).toEqual([]);
  expect(outbox.getEntries()).toEqual([]);
});

test('[SD19] what is refused past the full queue of the SDK is asked about, too', async () => {
  const { server, outbox, pass } = await sendWithFullQueue({ current: 'Grace' });
  await pass(5);
  expect(server.messages).toHaveLength(1);
  expect(outbox.getEntries()).toEqual([]);
});

test('[SD19] what is refused as nobody is signed in waits until somebody is', async () => {
  const { server, outbox, pass } = await sendWithFullQueue({ isSignedOut: true });
  await pass(120);
  const waiting = { status: 'queued', waitsFor: 'session' };
  expect(outbox.getEntries()).toMatchObject([{ state: waiting }]);
  server.isSignedOut = false;
  await pass(10);
  expect(server.messages).toHaveLength(1);
  expect(outbox.getEntries()).toEqual([]);
});

/** Three tabs on a full disk, offline; the last one has written something. */
async function writeInMemory() {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  browser.isOnline = false;
  browser.isDiskFull = true;
  const open = () => browser.open(server, () => 'Ada');
  const [sending, middle, writing] = [open(), open(), open()];
  await setImmediate();
  await writing.outbox.add({ text: 'Hello', images: [] });
  await setImmediate();
  const messageId = writing.outbox.getEntries()[0]?.messageId ?? '';

  async function sendWhatIsLeft(): Promise<void> {
    browser.setOnline(true);
    await setImmediate();
    server.deliver(true);
    await setImmediate();
  }
  const shown = () => browser.pages.flatMap(({ outbox }) => outbox.getEntries());
  return { browser, server, sending, middle, writing, messageId, sendWhatIsLeft, shown };
}

test.each(['sent', 'cancelled'])(
  '[SD33] what several tabs keep in memory alone and one of them has %s is in none any more',
  async (what) => {
    const { browser, server, middle, messageId, sendWhatIsLeft, shown } = await writeInMemory();
    expect(shown()).toHaveLength(3);
    if (what === 'cancelled') await middle.outbox.discard(messageId);
    await setImmediate();
    await sendWhatIsLeft();
    expect(shown()).toEqual([]);
    expect(browser.pages.map(({ outbox }) => outbox.getKept())).toEqual(['disk', 'disk', 'disk']);
    expect(server.messages).toHaveLength(what === 'sent' ? 1 : 0);
  },
);

test('[SD33] what a tab has in memory and another one could put onto the disk is dropped in both', async () => {
  const { browser, server, messageId, sendWhatIsLeft, shown } = await writeInMemory();
  browser.isDiskFull = false;
  const late = browser.open(server, () => 'Ada');
  await setImmediate();
  await late.outbox.discard(messageId);
  browser.kill(late, server);
  await setImmediate();
  await sendWhatIsLeft();
  expect(shown()).toEqual([]);
  expect(server.messages).toEqual([]);
});

test('[SD33] what a tab has in memory since the disk did not take a change is dropped there, too', async () => {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  const { now } = browser;
  server.ledger = { count: LEDGER_BURST, since: now, updatedAt: now, lastMessageId: '' };
  browser.isOnline = false;
  const sending = browser.open(server, () => 'Ada');
  const page = browser.open(server, () => 'Ada');
  await setImmediate();
  await page.outbox.add({ text: 'Hello', images: [] });
  await setImmediate();
  Object.assign(browser, { isDiskFull: true, isJournalFull: true });
  browser.setOnline(true);
  await setImmediate();
  expect(sending.outbox.getKept()).toBe('memory');
  browser.isDiskFull = false;
  await page.outbox.discard(page.outbox.getEntries()[0]?.messageId ?? '');
  await setImmediate();
  expect(sending.outbox.getEntries()).toEqual([]);
  expect(sending.outbox.getKept()).toBe('disk');
});

test('[SD33] a tab that was frozen while something was dropped does not send it when it goes on', async () => {
  const { browser, server, sending, writing, messageId, shown } = await writeInMemory();
  sending.isFrozen = true;
  await writing.outbox.discard(messageId);
  await setImmediate();
  sending.isFrozen = false;
  browser.setOnline(true);
  await setImmediate();
  expect(server.isIdle).toBe(true);
  expect(shown()).toEqual([]);
});
