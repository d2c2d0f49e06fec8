import { describe, expect, test } from 'vitest';
import {
  BLOCK_FIRST_MS,
  BLOCK_MAX_MS,
  BLOCKS_FORGOTTEN_MS,
  LEDGER_CREDIT_MAX,
  LEDGER_RATE_PER_SECOND,
  QUOTA_IMAGES_PER_HOUR,
  QUOTA_IMAGES_PER_MINUTE,
  QUOTA_MESSAGES_PER_HOUR,
  QUOTA_MESSAGES_PER_MINUTE,
} from '@plaza/shared/limits';
import { NEW_QUOTA, nextBlock, staleKeys, windowKeys, type Quota } from './quota.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** The start of an hour, and so of a minute. */
const T0 = 482_000 * HOUR_MS;

/** A quota after `count` messages, each with `images`, at each of the times. */
function sent(times: readonly number[], count: number, images = 0): Quota {
  const messages: Record<string, number> = {};
  const pictures: Record<string, number> = {};
  for (const key of times.flatMap(windowKeys)) {
    messages[key] = (messages[key] ?? 0) + count;
    pictures[key] = (pictures[key] ?? 0) + count * images;
  }
  return { ...NEW_QUOTA, messages, images: pictures };
}

const everyMinute = (minutes: number) =>
  Array.from({ length: minutes }, (_, index) => T0 + index * MINUTE_MS);

describe('limits', () => {
  test.each([
    ['messages a minute', sent([T0], QUOTA_MESSAGES_PER_MINUTE), T0, sent([T0], 1)],
    [
      'messages an hour',
      sent(everyMinute(60), QUOTA_MESSAGES_PER_HOUR / 60),
      T0 + HOUR_MS - 1,
      sent([T0], 1),
    ],
    ['images a minute', sent([T0], QUOTA_IMAGES_PER_MINUTE / 4, 4), T0, sent([T0], 1, 1)],
    [
      'images an hour',
      sent(everyMinute(60), 1, QUOTA_IMAGES_PER_HOUR / 60),
      T0 + HOUR_MS - 1,
      sent([T0], 1, 1),
    ],
  ])('[FN14] as many %s as the limit bring no block, one more does', (_, quota, at, one) => {
    expect(nextBlock(quota, at)).toBeNull();
    expect(nextBlock(merge(quota, one), at)).toEqual({
      blocks: 1,
      blockedUntil: at + BLOCK_FIRST_MS,
    });
  });

  test('[FN14] a limit looks back over its whole time, not over what the clock calls a minute', () => {
    const quota = sent([T0], QUOTA_MESSAGES_PER_MINUTE);
    const halfway = T0 + 1.5 * MINUTE_MS;
    const half = QUOTA_MESSAGES_PER_MINUTE / 2;
    expect(nextBlock(merge(quota, sent([halfway], half)), halfway)).toBeNull();
    expect(nextBlock(merge(quota, sent([halfway], half + 1)), halfway)).not.toBeNull();
  });

  test('[FN14] a late event of who never passed a limit brings no block', () => {
    const second = T0 + MINUTE_MS;
    const quota = sent([T0, second], (QUOTA_MESSAGES_PER_MINUTE * 2) / 3);
    for (const late of [MINUTE_MS - 1_000, MINUTE_MS, HOUR_MS]) {
      expect(nextBlock(quota, second + 1_000, second + late)).toBeNull();
    }
  });

  test('[FN14] a late event of who passed one brings the block that it would have brought in time', () => {
    const quota = sent([T0], QUOTA_MESSAGES_PER_MINUTE + 1);
    const block = { blocks: 1, blockedUntil: T0 + BLOCK_FIRST_MS };
    expect(nextBlock(quota, T0, T0 + HOUR_MS)).toEqual(block);
    expect(nextBlock(quota, T0, T0 - HOUR_MS)).toEqual(block);
  });

  test('[FN14] the limit of a minute is above what the rules and the cap let through', () => {
    const capped = LEDGER_CREDIT_MAX + 60 * LEDGER_RATE_PER_SECOND;
    // A client waits for each answer, and the cap for an instance to start.
    const sentPerSecond = 10;
    const secondsUntilCapped = 5;
    expect(QUOTA_MESSAGES_PER_MINUTE).toBeGreaterThan(capped + sentPerSecond * secondsUntilCapped);
  });
});

/** What is counted is only ever added. */
function merge(a: Quota, b: Quota): Quota {
  const add = (x: Quota['messages'], y: Quota['messages']) =>
    Object.fromEntries(
      [...new Set([...Object.keys(x), ...Object.keys(y)])].map((key) => [
        key,
        (x[key] ?? 0) + (y[key] ?? 0),
      ]),
    );
  return { ...a, messages: add(a.messages, b.messages), images: add(a.images, b.images) };
}

describe('blocks', () => {
  const over = sent([T0], QUOTA_MESSAGES_PER_MINUTE + 1);

  test('[FN15] each block is twice as long as the last, up to the longest', () => {
    const waits: number[] = [];
    let quota = NEW_QUOTA;
    for (let at = T0; waits.length < 9; at = quota.blockedUntil) {
      const counted = merge(quota, sent([at], QUOTA_MESSAGES_PER_MINUTE + 1));
      const block = nextBlock(counted, at);
      quota = { ...counted, ...block };
      waits.push(quota.blockedUntil - at);
    }
    const doubling = waits.map((_, index) => Math.min(BLOCK_MAX_MS, BLOCK_FIRST_MS * 2 ** index));
    expect(waits).toEqual(doubling);
    expect(waits.at(-1)).toBe(BLOCK_MAX_MS);
  });

  test('[FN15] after a quiet day the next block is a first one', () => {
    const quota = { ...over, blocks: 5, blockedUntil: T0 - BLOCKS_FORGOTTEN_MS };
    expect(nextBlock(quota, T0)).toMatchObject({ blocks: 6 });
    const quiet = { ...quota, blockedUntil: quota.blockedUntil - 1 };
    expect(nextBlock(quiet, T0)).toEqual({ blocks: 1, blockedUntil: T0 + BLOCK_FIRST_MS });
  });

  test('[FN16] a message from before the end of a block makes it no longer', () => {
    const block = nextBlock(over, T0);
    const blocked = { ...over, ...block };
    expect(nextBlock(blocked, T0)).toBeNull();
    expect(nextBlock(blocked, T0 + BLOCK_FIRST_MS - 1)).toBeNull();
  });

  test('[FN14] only windows that no limit looks at are forgotten', () => {
    const times = [T0, T0 + HOUR_MS, T0 + 2 * HOUR_MS - MINUTE_MS, T0 + 2 * HOUR_MS];
    const quota = sent(times, 1, 1);
    const stale = staleKeys(quota, T0 + 2 * HOUR_MS);
    const [minute0 = '', hour0 = ''] = windowKeys(T0);
    const [minute1 = ''] = windowKeys(T0 + HOUR_MS);
    expect(stale.toSorted()).toEqual(
      ['images', 'messages'].flatMap((field) =>
        [hour0, minute0, minute1].map((key) => `${field}.${key}`).toSorted(),
      ),
    );
  });
});
