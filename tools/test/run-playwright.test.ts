import { expect, test } from 'vitest';
import { countTests } from './run-playwright.ts';

const ALL_PASSED = { expected: 10, unexpected: 0, flaky: 0, skipped: 0 };

test.each([
  ['what failed twice', { unexpected: 1 }, { passed: 10, failed: 1 }],
  ['what was skipped', { skipped: 1 }, { passed: 10, failed: 1 }],
  ['two that passed at the second try', { flaky: 2 }, { passed: 12, failed: 0 }],
  ['three that passed at the second try', { flaky: 3 }, { passed: 10, failed: 3 }],
])('[SU16] %s', (_, stats, counts) => {
  expect(countTests({ ...ALL_PASSED, ...stats })).toEqual(counts);
});
