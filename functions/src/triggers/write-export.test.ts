import { expect, test } from 'vitest';
import { EXPORT_KEPT_MS } from '@plaza/shared/limits';
import { writeExport } from './write-export.ts';

test('[FN27] a part that fails is tried again until its export has expired', () => {
  const { __endpoint: options } = writeExport;
  const { maxAttempts, minBackoffSeconds, maxBackoffSeconds } =
    options.taskQueueTrigger?.retryConfig ?? {};
  let seconds = 0;
  for (let retry = 0; retry < Number(maxAttempts) - 1; retry += 1) {
    seconds += Math.min(Number(minBackoffSeconds) * 2 ** retry, Number(maxBackoffSeconds));
  }
  expect(seconds * 1_000).toBeGreaterThan(EXPORT_KEPT_MS);
});
