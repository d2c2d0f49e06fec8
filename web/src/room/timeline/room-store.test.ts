import { HISTORY_PAGE_MESSAGES, LIVE_MESSAGES } from '@plaza/shared/limits';
import { ARCHIVE } from '@plaza/shared/paths';
import { describe, expect, test } from 'vitest';
import { RoomStore } from './room-store.ts';
import { entryOf } from './testing/entry-of.ts';
import { messageAt, ServerRoom } from './testing/server-room.ts';
import { Timers } from './testing/timers.ts';

const NOW = 1_000_000_000;
const MINUTE = 60_000;

interface Setup {
  server: ServerRoom;
  store: RoomStore;
  timers: Timers;
  /** Draws the frame that is due. */
  draw: () => string[];
  frames: () => number;
}

function enter(
  fill: (server: ServerRoom) => void,
  hasCache = false,
  isServerReached = true,
): Setup {
  const server = new ServerRoom();
  const timers = new Timers();
  fill(server);
  let due: (() => void) | null = null;
  let frames = 0;
  const store = new RoomStore({
    uid: 'ada',
    subscribe: server.subscribe,
    fetchWindow: server.fetchWindow,
    fetchMessage: server.fetchMessage,
    onNextFrame(callback) {
      due = callback;
    },
    startTimer: timers.start,
    now: () => NOW,
  });
  store.subscribe(() => {
    frames += 1;
  });
  store.start();
  if (hasCache) server.deliverFromCache();
  if (isServerReached) server.deliver();
  function draw(): string[] {
    due?.();
    due = null;
    return store.getView().rows.map(({ messageId }) => messageId);
  }
  return { server, store, timers, draw, frames: () => frames };
}

function id(index: number): string {
  return `m${String(index).padStart(6, '0')}`;
}

function ids(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => id(from + index));
}

/** Messages `from` to `to`, one every `everyMs`, the last of them `untilMs` ago. */
function write(server: ServerRoom, from: number, to: number, everyMs: number, untilMs = 0): void {
  for (let index = from; index < to; index += 1) {
    const age = untilMs + (to - 1 - index) * everyMs;
    server.put(messageAt(id(index), (NOW - age) * 1_000));
  }
}

/** The next messages, a millisecond apart, all by Bob, or by several people in turn. */
function comeIn(server: ServerRoom, from: number, to: number, uids = ['bob']): void {
  for (let index = from; index < to; index += 1) {
    const uid = uids[index % uids.length] ?? '';
    server.put(messageAt(id(index), (NOW + index) * 1_000, { uid }));
  }
}

/** Has these rows in view. */
function look(store: RoomStore, from: number, to: number): void {
  const { rows } = store.getView();
  store.look(rows[from]?.place ?? '', rows[to]?.place ?? '');
}

describe('[RM12] entering', () => {
  test.each([
    ['50 messages where the last 10 minutes have fewer', MINUTE, 50],
    ['the last 10 minutes', 4_000, 150],
    ['200 where they have more', 100, 200],
  ])('shows %s', (_, everyMs, least) => {
    const { server, store, draw } = enter((server) => write(server, 0, 1_000, everyMs));
    server.deliver();
    const rows = draw();
    expect(rows.length).toBeGreaterThanOrEqual(least);
    expect(rows.length).toBeLessThanOrEqual(200);
    expect(rows).toEqual(ids(1_000 - rows.length, 1_000));
    expect(store.getView()).toMatchObject({ status: 'loaded', older: 'more', missed: null });
  });

  test.each([true, false])(
    '[RM41] with all of it in the cache, what comes is added; at the end: %s',
    (isAtEnd) => {
      const { server, store, draw } = enter((server) => write(server, 0, 100, MINUTE), true);
      const before = draw();
      store.setAtEnd(isAtEnd);
      comeIn(server, 100, 101);
      server.deliver();
      expect(draw()).toEqual([...before, id(100)]);
      expect(store.getView().missed).toBeNull();
    },
  );

  test('shows archived ones where all others are too few', () => {
    const { server, store, draw } = enter((server) => {
      write(server, 0, 100, MINUTE);
      for (const messageId of ids(0, 90)) server.archive(messageId);
    });
    server.deliver();
    expect(draw()).toEqual(ids(50, 100));
    expect(store.getView().older).toBe('more');
  });
});

describe('[RM13] [RM14] scrolling up', () => {
  test('goes through the archive to the beginning, each message once', () => {
    const { server, store, draw } = enter((server) => {
      write(server, 0, 1_000, MINUTE);
      for (const messageId of ids(0, 600)) server.archive(messageId);
    });
    draw();
    let loads = 0;
    while (store.getView().older !== 'beginning') {
      store.loadOlder();
      store.loadOlder();
      draw();
      expect(store.getView().older).toBe('loading');
      server.deliver();
      draw();
      loads += 1;
    }
    expect(draw()).toEqual(ids(0, 1_000));
    expect(loads).toBeLessThanOrEqual(12);
  });

  test('[RM42] shows what the cache had before the server agreed', () => {
    const { server, store, draw } = enter((server) => write(server, 0, 200, MINUTE));
    draw();
    store.loadOlder();
    server.deliverFromCache();
    expect(draw()).toEqual(ids(150, 200));
    server.deliver();
    expect(draw()).toEqual(ids(150 - HISTORY_PAGE_MESSAGES, 200));
  });

  test('goes on into the archive where a page brings nothing to scroll to', () => {
    const { server, store, draw } = enter((server) => {
      write(server, 0, 60, MINUTE);
      for (const messageId of ids(0, 10)) server.archive(messageId);
    });
    draw();
    store.loadOlder();
    server.deliver();
    server.deliver();
    expect(draw()).toEqual(ids(0, 60));
    expect(store.getView().older).toBe('beginning');
  });

  test('is not said to be at the beginning before the server has answered', () => {
    const { server, store, draw } = enter((server) => write(server, 0, 200, MINUTE), true, false);
    expect(draw()).toHaveLength(LIVE_MESSAGES);
    expect(store.getView()).toMatchObject({ status: 'loaded', older: 'loading' });
    server.deliver();
    draw();
    expect(store.getView().older).toBe('more');
  });

  test('says so when it fails, and tries again when asked', () => {
    const { server, store, draw } = enter((server) => write(server, 0, 100, MINUTE));
    draw();
    store.loadOlder();
    server.listeners.at(-1)?.onError();
    draw();
    // It is listened to instead.
    expect(store.getView().older).toBe('loading');
    server.listeners.at(-1)?.onError();
    draw();
    expect(store.getView().older).toBe('failed');
    store.loadOlder();
    server.deliver();
    expect(draw()).toEqual(ids(0, 100));
  });
});

describe('[RM47] a page', () => {
  test('is not listened to by who scrolls by', () => {
    const { server, store, timers, draw } = enter((server) => write(server, 0, 1_000, MINUTE));
    const opened = server.opened.length;
    for (let page = 0; page < 5; page += 1) {
      store.loadOlder();
      server.deliver();
      draw();
      look(store, 0, 20);
    }
    expect(draw()).toEqual(ids(450, 1_000));
    expect(server.opened).toHaveLength(opened);
    look(store, 250, 270);
    timers.fire();
    expect(server.opened).toHaveLength(opened + 1);
    expect(server.listeners).toHaveLength(2);
  });

  test('is listened to where the view rests, and shows what has changed meanwhile', async () => {
    const { server, store, timers, draw } = enter((server) => write(server, 0, 200, MINUTE));
    store.loadOlder();
    server.deliver();
    server.delete(id(60));
    server.deliver();
    expect(draw()).toContain(id(60));
    look(store, 0, 20);
    timers.fire();
    server.deliver();
    // It is looked for in the archive.
    await Promise.resolve();
    await Promise.resolve();
    expect(draw()).not.toContain(id(60));
  });

  test('of the archive is listened to also where the live window holds all that is not archived', () => {
    const { server, store, timers, draw } = enter((server) => {
      write(server, 0, 200, MINUTE);
      for (const messageId of ids(0, 180)) server.archive(messageId);
    });
    server.deliver();
    store.loadOlder();
    server.deliver();
    expect(draw()).toEqual(ids(50, 200));
    server.delete(id(60));
    look(store, 0, 20);
    timers.fire();
    server.deliver();
    expect(draw()).not.toContain(id(60));
  });

  test('keeps its rows where what listens tells the same', () => {
    const { server, store, timers, draw } = enter((server) => write(server, 0, 200, MINUTE));
    store.loadOlder();
    server.deliver();
    draw();
    const before = store.getView().rows;
    look(store, 0, 20);
    timers.fire();
    server.deliver();
    draw();
    expect(store.getView().rows.every((row, index) => row === before[index])).toBe(true);
  });
});

describe('[RM8] what vanishes from a window', () => {
  test('was deleted, if it is in its range, and pushed out, if it is older', () => {
    const { server, draw } = enter((server) => write(server, 0, LIVE_MESSAGES, 1_000));
    draw();
    comeIn(server, 50, 60);
    server.delete(id(55));
    server.delete(id(20));
    server.deliver();
    expect(draw()).toEqual(ids(0, 60).filter((one) => one !== id(55) && one !== id(20)));
  });

  test('is noticed in what has been pushed out, once it is in view', () => {
    const { server, store, draw } = enter((server) => write(server, 0, 50, MINUTE));
    for (let index = 50; index < 200; index += 10) {
      comeIn(server, index, index + 10);
      server.deliver();
    }
    draw();
    server.delete(id(60));
    server.deliver();
    expect(draw()).toContain(id(60));
    look(store, 40, 80);
    server.deliver();
    expect(draw()).not.toContain(id(60));
  });

  test('[RM40] is listened to in few pages, though the live window leaves one after the other behind', () => {
    const { server, store, draw } = enter((server) => write(server, 0, 50, 1_000));
    store.setAtEnd(false);
    for (let index = 50; index < 150; index += 1) {
      comeIn(server, index, index + 1);
      server.deliver();
      draw();
      look(store, 10, 40);
    }
    server.deliver();
    expect(server.listeners.length).toBeLessThanOrEqual(4);
    server.delete(id(10));
    server.delete(id(40));
    server.deliver();
    expect(draw()).toEqual(ids(0, 150).filter((one) => one !== id(10) && one !== id(40)));
  });

  test('[RM18] stays if it has moved to the archive', async () => {
    const { server, store, draw } = enter((server) => write(server, 0, 40, MINUTE, 60 * MINUTE));
    draw();
    server.archive(id(7));
    server.delete(id(8));
    server.deliver();
    await Promise.resolve();
    await Promise.resolve();
    expect(draw()).toEqual(ids(0, 40).filter((one) => one !== id(8)));
    expect(store.getView().rows[7]?.collection).toBe(ARCHIVE);
    server.deliver();
    expect(draw()).toContain(id(7));
  });
});

describe('[RM15] more than the live window holds comes at once', () => {
  test('who is at the end sees the newest, and what is before them on scrolling up', () => {
    const { server, store, draw } = enter((server) => write(server, 0, 100, MINUTE));
    draw();
    comeIn(server, 100, 400);
    server.deliver();
    expect(draw()).toEqual(ids(350, 400));
    store.loadOlder();
    server.deliver();
    expect(draw()).toEqual(ids(250, 400));
  });

  test('[RM42] who reads older ones sees no hole before the server has agreed either', () => {
    const { server, store, draw } = enter((server) => write(server, 0, 100, MINUTE));
    const before = draw();
    store.setAtEnd(false);
    comeIn(server, 100, 200);
    server.deliverFromCache();
    expect(draw()).toEqual(before);
    server.deliver();
    expect(draw()).toEqual(before);
    expect(store.getView().missed).toEqual({ count: LIVE_MESSAGES, isAtLeast: true });
  });

  test('[RM21] who reads older ones goes on reading, and jumps to the newest', () => {
    const { server, store, draw } = enter((server) => write(server, 0, 100, MINUTE));
    draw();
    store.setAtEnd(false);
    comeIn(server, 100, 400);
    server.deliver();
    const before = draw();
    expect(before.at(-1)).toBe(id(99));
    comeIn(server, 400, 402);
    server.deliver();
    expect(draw()).toEqual(before);
    expect(store.getView().missed).toEqual({ count: 52, isAtLeast: true });
    store.goToNewest();
    expect(store.getView().missed).toBeNull();
    expect(draw()).toEqual(ids(352, 402));
  });

  test('[PE11] [RM21] messages of hidden people, and one’s own, are not counted as new', () => {
    const { server, store, draw } = enter((server) => write(server, 0, 100, MINUTE));
    store.setReader({
      username: 'Ada',
      isOnline: true,
      entries: [],
      unreadLine: null,
      hiddenUids: new Set(['eve']),
    });
    draw();
    store.setAtEnd(false);
    const uids = ['ada', 'bob', 'cleo', 'dan', 'eve'];
    comeIn(server, 100, 400, uids);
    server.deliver();
    draw();
    expect(store.getView().missed).toEqual({ count: 30, isAtLeast: true });
    comeIn(server, 400, 405, uids);
    server.deliver();
    draw();
    expect(store.getView().missed).toEqual({ count: 33, isAtLeast: true });
  });
});

describe('[RM16] what is kept', () => {
  test('is bounded at the end, and loaded again on scrolling up', () => {
    const { server, store, draw } = enter((server) => write(server, 0, 100, MINUTE));
    for (let index = 100; index < 5_000; index += 40) {
      comeIn(server, index, index + 40);
      server.deliver();
    }
    const rows = draw();
    expect(rows.length).toBeLessThanOrEqual(1_000);
    const first = Number(rows[0]?.slice(1));
    store.loadOlder();
    server.deliver();
    expect(draw()).toEqual(ids(first - 100, 5_020));
  });

  test('[RM21] is bounded further up', () => {
    const { server, store, draw } = enter((server) => write(server, 0, 100, MINUTE));
    store.setAtEnd(false);
    for (let index = 100; index < 12_000; index += 40) {
      comeIn(server, index, index + 40, ['ada', 'bob']);
      server.deliver();
    }
    const rows = draw();
    expect(rows).toHaveLength(10_000);
    expect(rows[0]).toBe(id(50));
    // Of the 1,970 that are missed half are the reader's own.
    expect(store.getView().missed).toEqual({ count: 985, isAtLeast: false });
  });
});

test('[RM43] what only new listeners find out is shown, in the live window and in history', async () => {
  const { server, store, timers, draw } = enter((server) => write(server, 0, 400, MINUTE));
  server.deliver();
  store.loadOlder();
  server.deliver();
  const before = draw();
  look(store, 0, 20);
  timers.fire();
  server.deliver();
  const gone = [before[10], before.at(-10)].map(String);
  for (const messageId of gone) server.deleteUntold(messageId);
  server.deliver();
  expect(draw()).toEqual(expect.arrayContaining(gone));
  server.listenAnew();
  server.deliverFromCache();
  server.deliver();
  // It is looked for in the archive. The page is filled up from below.
  await Promise.resolve();
  expect(draw()).toEqual(ids(249, 400).filter((messageId) => !gone.includes(messageId)));
  expect(store.getView().missed).toBeNull();
});

test('[RM17] however much comes, subscribers are called once a frame', () => {
  const { server, draw, frames } = enter((server) => write(server, 0, 100, MINUTE));
  draw();
  const before = frames();
  for (let index = 100; index < 140; index += 1) {
    comeIn(server, index, index + 1);
    server.deliver();
  }
  expect(frames()).toBe(before);
  expect(draw().at(-1)).toBe(id(139));
  expect(frames()).toBe(before + 1);
});

test('[RM17] what the reader writes is told at once, and with it what was due', () => {
  const { server, store, draw, frames } = enter((server) => write(server, 0, 100, MINUTE));
  draw();
  const before = frames();
  comeIn(server, 100, 101);
  server.deliver();
  store.setReader({
    username: 'Ada',
    isOnline: true,
    entries: [entryOf('mine', 1, 'queued')],
    unreadLine: null,
    hiddenUids: new Set(),
  });
  const shown = store.getView().rows.map(({ messageId }) => messageId);
  expect(shown.slice(-2)).toEqual([id(100), 'mine']);
  expect(draw()).toEqual(shown);
  expect(frames()).toBe(before + 1);
});

test('[RM44] an own message that the live window lacks for good is asked for anew', async () => {
  const { server, store, timers, draw } = enter((server) => write(server, 0, 100, MINUTE));
  const reader = {
    username: 'Ada',
    isOnline: true,
    unreadLine: null,
    hiddenUids: new Set<string>(),
  };
  store.setReader({ ...reader, entries: [entryOf('mine', 1, 'sending')] });
  server.putUntold(messageAt('mine', (NOW + 1) * 1_000, { uid: 'ada' }));
  server.deliver();
  store.setReader({ ...reader, entries: [] });
  timers.fire();
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
  server.deliver();
  expect(draw().at(-1)).toBe('mine');
  comeIn(server, 100, 101);
  server.deliver();
  expect(draw().slice(-2)).toEqual(['mine', id(100)]);
});
