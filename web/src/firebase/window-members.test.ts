import { MESSAGES } from '@plaza/shared/paths';
import { expect, test } from 'vitest';
import { renewedSpec } from './window-members.ts';

test('[RM43] a window that is renewed is never the one before, and does not shrink for ever', () => {
  const limitsOf = (limit: number) =>
    [0, 1, 2, 3, 4, 5].map(
      (renewals) => renewedSpec({ collection: MESSAGES, before: null, limit }, renewals).limit,
    );
  expect(limitsOf(50)).toEqual([50, 49, 48, 47, 50, 49]);
  expect(limitsOf(1)).toEqual([1, 1, 1, 1, 1, 1]);
});
