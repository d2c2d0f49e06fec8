import { expect, test } from 'vitest';
import { ATTACHMENTS_MAX, IMAGE_MAX_SECONDS, IMAGE_OVERRUN_SECONDS } from '@plaza/shared/limits';
import { onMessageCreated } from './on-message-created.ts';

/** For the database, for Storage, and for an instance that has to start. */
const ALL_ELSE_SECONDS = 60;

test('[FN36] a run ends in its time, also behind as many slow images as there may be at once', () => {
  const { __endpoint: options } = onMessageCreated;
  const { concurrency, cpu, timeoutSeconds } = options;
  const images = (Number(concurrency) * ATTACHMENTS_MAX) / Number(cpu);
  const seconds = images * (IMAGE_MAX_SECONDS + IMAGE_OVERRUN_SECONDS) + ALL_ELSE_SECONDS;
  expect(seconds).toBeLessThanOrEqual(Number(timeoutSeconds));
  // No function that an event starts may run longer.
  expect(Number(timeoutSeconds)).toBeLessThanOrEqual(540);
});
