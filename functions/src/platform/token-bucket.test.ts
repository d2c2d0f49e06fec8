import { expect, test } from 'vitest';
import { tokenBucket } from './token-bucket.ts';

/** How many of `calls` at once are let through. */
function letThrough(
  isLet: ReturnType<typeof tokenBucket>,
  key: string,
  now: number,
  calls: number,
) {
  return Array.from({ length: calls }, () => isLet(key, now)).filter(Boolean).length;
}

test('[FN33] a burst is let through, then as many as come in by time', () => {
  const isLet = tokenBucket(20, 1);
  expect(letThrough(isLet, 'ada', 0, 30)).toBe(20);
  expect(letThrough(isLet, 'ada', 999, 1)).toBe(0);
  expect(letThrough(isLet, 'ada', 5_000, 30)).toBe(5);
  expect(letThrough(isLet, 'ada', 1_000_000, 30)).toBe(20);
});

test('[FN33] one person does not use up what another may', () => {
  const isLet = tokenBucket(2, 1);
  expect(letThrough(isLet, 'ada', 0, 5)).toBe(2);
  expect(letThrough(isLet, 'bob', 0, 5)).toBe(2);
});

test('[FN33] memory is bounded, and who calls keeps their bucket', () => {
  const isLet = tokenBucket(1, 0);
  expect(isLet('ada', 0)).toBe(true);
  for (let index = 0; index < 9_999; index += 1) isLet(`other-${index}`, 0);
  expect(isLet('ada', 0)).toBe(false);
  for (let index = 0; index < 10_000; index += 1) isLet(`new-${index}`, 0);
  expect(isLet('ada', 0)).toBe(true);
});
