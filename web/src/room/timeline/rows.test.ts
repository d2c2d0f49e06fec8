import { MESSAGES } from '@plaza/shared/paths';
import { expect, test } from 'vitest';
import { RowMaker, type RowsInput } from './rows.ts';
import { entryOf } from './testing/entry-of.ts';
import { messageAt, type Stored } from './testing/server-room.ts';
import { Timeline } from './timeline.ts';

const NOON = new Date(2026, 10, 24, 12).getTime();
const MINUTE = 60_000;

function at(messageId: string, ms: number, uid = 'bob'): Stored {
  return messageAt(messageId, ms * 1_000, { uid, username: uid });
}

function inputOf(messages: readonly Stored[], more: Partial<RowsInput> = {}): RowsInput {
  const timeline = new Timeline();
  for (const message of messages) timeline.put(message, MESSAGES);
  return {
    messages: timeline.messages,
    entries: [],
    deleted: new Set(),
    uid: 'ada',
    username: 'Ada',
    isOnline: true,
    unreadLine: null,
    hiddenUids: new Set(),
    ...more,
  };
}

function rowsOf(messages: readonly Stored[], more: Partial<RowsInput> = {}) {
  return new RowMaker().rowsFrom(inputOf(messages, more));
}

test('[RM6] confirmed messages by time, then id; then what is on its way, in sending order', () => {
  const rows = rowsOf([at('c', 2), at('b', 1), at('a', 2)], {
    entries: [entryOf('e1', 1, 'sending'), entryOf('e2', 2, 'queued')],
  });
  expect(rows.map(({ messageId, status }) => [messageId, status])).toEqual([
    ['b', 'delivered'],
    ['a', 'delivered'],
    ['c', 'delivered'],
    ['e1', 'sending'],
    ['e2', 'queued'],
  ]);
  expect(rows.map(({ place }) => place)).toEqual(rows.map(({ place }) => place).toSorted());
});

test('[RM6] microseconds count, not only milliseconds', () => {
  const rows = rowsOf([messageAt('a', 1_002), messageAt('b', 1_001)]);
  expect(rows.map(({ messageId }) => messageId)).toEqual(['b', 'a']);
});

test('[RM7] a message that is in the outbox and in the room is one, and is confirmed', () => {
  const rows = rowsOf([at('m', 1, 'ada')], { entries: [entryOf('m', 1, 'sending')] });
  expect(rows.map(({ messageId, status, collection }) => [messageId, status, collection])).toEqual([
    ['m', 'delivered', MESSAGES],
  ]);
});

test('[RM8] what the reader deletes is gone, on its way or confirmed', () => {
  const rows = rowsOf([at('a', 1), at('b', 2)], {
    entries: [entryOf('e', 1, 'queued')],
    deleted: new Set(['a', 'e']),
  });
  expect(rows.map(({ messageId }) => messageId)).toEqual(['b']);
});

test('[RM9] own messages carry the name of now, others the one that they have', () => {
  const rows = rowsOf([at('a', 1, 'ada'), at('b', 2)], { username: 'Countess' });
  expect(rows.map(({ username }) => username)).toEqual(['Countess', 'bob']);
});

test('[RM10] the first of each day has the day above it', () => {
  const rows = rowsOf([
    at('a', NOON - 24 * 60 * MINUTE),
    at('b', new Date(2026, 10, 23, 23, 59, 59).getTime()),
    at('c', new Date(2026, 10, 24, 0, 0, 0).getTime()),
    at('d', NOON),
    at('e', NOON + 10 * 24 * 60 * MINUTE),
  ]);
  expect(rows.map(({ startsDay }) => startsDay)).toEqual([true, false, true, false, true]);
});

test.each([
  ['one person, four minutes later', at('b', NOON + 4 * MINUTE), false],
  ['one person, five minutes later', at('b', NOON + 5 * MINUTE), true],
  ['somebody else', at('b', NOON + 1, 'cleo'), true],
])('[RM11] %s', (_, next, startsGroup) => {
  expect(rowsOf([at('a', NOON), next])[1]?.startsGroup).toBe(startsGroup);
});

test('[RM17] a row stays the same object while nothing in it changes', () => {
  const maker = new RowMaker();
  const input = inputOf([at('a', NOON), at('b', NOON + 1, 'ada')], {
    entries: [entryOf('e', 1, 'queued')],
  });
  const [a, b, e] = maker.rowsFrom(input);
  const renamed = maker.rowsFrom({ ...input, username: 'Countess' });
  expect(renamed[0]).toBe(a);
  expect(renamed[1]).not.toBe(b);
  const again = maker.rowsFrom({ ...input, username: 'Countess', entries: [...input.entries] });
  expect(again).toEqual(renamed);
  for (const [index, row] of again.entries()) expect(row).toBe(renamed[index]);
  expect(renamed[2]).not.toBe(e);
});

test('[RM17] only what has come and what is below it is looked at', () => {
  let looks = 0;
  function watched(messageId: string, ms: number): Stored {
    const { message, ...stored } = at(messageId, ms);
    const { uid, ...fields } = message;
    return {
      ...stored,
      message: {
        ...fields,
        get uid() {
          looks += 1;
          return uid;
        },
      },
    };
  }
  const timeline = new Timeline();
  for (let n = 100; n < 1_100; n += 1) timeline.put(watched(`m${n}`, NOON + n), MESSAGES);
  const input = inputOf([], { messages: timeline.messages });
  const maker = new RowMaker();
  maker.rowsFrom(input);
  expect(looks).toBeGreaterThanOrEqual(1_000);
  for (const [messageId, ms] of [
    ['older', NOON],
    ['newer', NOON + 2_000],
  ] as const) {
    timeline.put(watched(messageId, ms), MESSAGES);
    looks = 0;
    expect(maker.rowsFrom(input)).toEqual(new RowMaker().rowsFrom(input));
    const atOnce = looks;
    looks = 0;
    new RowMaker().rowsFrom(input);
    expect(atOnce - looks).toBeLessThan(10);
  }
});

test('[RM28] the unread line goes above the first that others wrote while the reader was away', () => {
  const messages = [at('a', 1), at('b', 2), at('own', 3, 'ada'), at('c', 4), at('d', 5)];
  const after = messages[1]?.place ?? '';
  const line = (unreadLine: RowsInput['unreadLine']) =>
    rowsOf(messages, { unreadLine })
      .filter(({ startsUnread }) => startsUnread)
      .map(({ messageId }) => messageId);
  expect(line({ after, cameBackAt: 10 })).toEqual(['c']);
  expect(line({ after, cameBackAt: 4 })).toEqual([]);
  expect(line({ after: messages[4]?.place ?? '', cameBackAt: 10 })).toEqual([]);
  expect(line({ after: '', cameBackAt: 10 })).toEqual([]);
  expect(line(null)).toEqual([]);
});
