import { MESSAGES } from '@plaza/shared/paths';
import { expect, test } from 'vitest';
import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import { RoomStore } from './room-store.ts';
import { entryOf } from './testing/entry-of.ts';
import { messageAt, ServerRoom } from './testing/server-room.ts';
import { Timers } from './testing/timers.ts';

/** Ada in a room with one message, whose own `m2` her outbox has just let go. */
function letGo(fill: (server: ServerRoom) => void) {
  const server = new ServerRoom();
  server.put(messageAt('m1', 1_000));
  const timers = new Timers();
  let isOnline = true;
  const store = new RoomStore({
    uid: 'ada',
    subscribe: server.subscribe,
    fetchWindow: server.fetchWindow,
    fetchMessage: (collection, messageId) =>
      isOnline ? server.fetchMessage(collection, messageId) : Promise.reject(new Error('Offline.')),
    onNextFrame: (callback) => callback(),
    startTimer: timers.start,
    now: () => 2,
  });
  const hold = (entries: readonly OutboxEntry[]) =>
    store.setReader({
      username: 'Ada',
      isOnline: true,
      entries,
      unreadLine: null,
      hiddenUids: new Set(),
    });
  store.start();
  server.deliver();
  hold([entryOf('m2', 1, 'sending')]);
  fill(server);
  hold([]);

  const rows = () =>
    store.getView().rows.map(({ messageId, collection }) => [messageId, collection]);

  function setOnline(value: boolean): void {
    isOnline = value;
  }

  /** Until what the timers begin is done. */
  async function endTimers(): Promise<void> {
    timers.fire();
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }

  return { rows, setOnline, endTimers };
}

const OWN = messageAt('m2', 2_000, { uid: 'ada' });

test('[RM7] what the listener brings late is shown until then, and looked for after a while', async () => {
  const { rows, endTimers } = letGo((server) => server.put(OWN));
  expect(rows()).toEqual([
    ['m1', MESSAGES],
    ['m2', null],
  ]);
  await endTimers();
  expect(rows()).toEqual([
    ['m1', MESSAGES],
    ['m2', MESSAGES],
  ]);
});

test('[RM7] it stays while the server cannot be asked', async () => {
  const { rows, endTimers, setOnline } = letGo((server) => server.put(OWN));
  setOnline(false);
  await endTimers();
  await endTimers();
  expect(rows()).toEqual([
    ['m1', MESSAGES],
    ['m2', null],
  ]);
  setOnline(true);
  await endTimers();
  expect(rows()).toEqual([
    ['m1', MESSAGES],
    ['m2', MESSAGES],
  ]);
});

test('[RM8] what has been deleted elsewhere meanwhile goes', async () => {
  const { rows, endTimers } = letGo(() => {});
  await endTimers();
  expect(rows()).toEqual([['m1', MESSAGES]]);
});
