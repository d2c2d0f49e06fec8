import { expect, test } from 'vitest';
import { AnnouncementQueue } from './announcement-queue.ts';

function setUp() {
  const announced: string[] = [];
  const timers: (() => void)[] = [];
  const queue = new AnnouncementQueue({
    announce: (text) => announced.push(text),
    counted: (count) => `${count} new messages`,
    startTimer(_, onEnd) {
      timers.push(onEnd);
      return () => {};
    },
  });
  return { queue, announced, endPause: () => timers.shift()?.() };
}

test('[RM36] a message is read at once, with its author', () => {
  const { queue, announced } = setUp();
  queue.add('Ada: Hello');
  expect(announced).toEqual(['Ada: Hello']);
});

test('[RM36] what comes soon after is read together after a pause', () => {
  const { queue, announced, endPause } = setUp();
  queue.add('Ada: Hello');
  queue.add('Bob: Hi');
  queue.add('Ada: How are you?');
  expect(announced).toHaveLength(1);
  endPause();
  expect(announced.at(-1)).toBe('Bob: Hi\nAda: How are you?');
});

test('[RM37] of a flood only the number is read', () => {
  const { queue, announced, endPause } = setUp();
  queue.add('Ada: 0');
  for (let index = 1; index <= 12; index += 1) queue.add(`Ada: ${index}`);
  endPause();
  expect(announced).toEqual(['Ada: 0', '12 new messages']);
  endPause();
  queue.add('Ada: quiet again');
  expect(announced.at(-1)).toBe('Ada: quiet again');
});
