import { expect, test } from 'vitest';
import { Untruths } from './untruths.ts';

const AT = Date.parse('2026-01-01T12:00:00.500Z');

function told(messageId: string, time: string): string {
  const document = `projects/demo-plaza/databases/(default)/documents/messages/${messageId}`;
  return JSON.stringify([
    [7, [{ documentDelete: { document, readTime: time, removedTargetIds: [6] } }]],
  ]);
}

test('[FT11] what is said to be missing later than it changed last is an untruth', () => {
  const untruths = new Untruths();
  const hear = untruths.listen();
  hear(told('later', '2026-01-01T12:00:00.600123Z'));
  hear(told('before', '2026-01-01T12:00:00.400Z'));
  expect(untruths.has('later', AT)).toBe(true);
  expect(untruths.has('before', AT)).toBe(false);
  expect(untruths.has('unheard-of', AT)).toBe(false);
});

test('[FT11] it is heard also in two pieces', () => {
  const untruths = new Untruths();
  const hear = untruths.listen();
  const text = told('cut', '2026-01-01T12:00:01Z');
  hear(text.slice(0, 60));
  hear(text.slice(60));
  expect(untruths.has('cut', AT)).toBe(true);
});
