import { Timestamp } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { Untruths } from './untruths.ts';

const AT = Timestamp.fromMillis(Date.parse('2026-01-01T12:00:00.500Z'));
const BEFORE = '2026-01-01T12:00:00.400Z';
const LATER = '2026-01-01T12:00:00.600123Z';

function pathOf(messageId: string): string {
  return `projects/demo-plaza/databases/(default)/documents/messages/${messageId}`;
}

function deleted(messageId: string, readTime: string): string {
  const documentDelete = { document: pathOf(messageId), readTime, removedTargetIds: [6] };
  return JSON.stringify([[7, [{ documentDelete }]]]);
}

/** Asks for a message by itself. */
function asking(messageId: string, targetId: number, resumeToken?: string): string {
  const documents = { documents: [pathOf(messageId)] };
  const request = { database: 'd', addTarget: { documents, targetId, resumeToken } };
  return new URLSearchParams({ count: '1', req0___data__: JSON.stringify(request) }).toString();
}

function current(targetId: number): string {
  const targetChange = { targetChangeType: 'CURRENT', targetIds: [targetId], resumeToken: 'x' };
  return JSON.stringify([[8, [{ targetChange }]]]);
}

function upTo(readTime: string): string {
  return JSON.stringify([[9, [{ targetChange: { readTime } }]]]);
}

test('[FT11] what is said to be missing later than it changed last is an untruth', () => {
  const untruths = new Untruths();
  const hear = untruths.listen('channel');
  hear(deleted('later', LATER));
  hear(deleted('before', BEFORE));
  expect(untruths.has('later', AT)).toBe(true);
  expect(untruths.has('before', AT)).toBe(false);
  expect(untruths.has('unheard-of', AT)).toBe(false);
});

test('[FT11] so is what is said to be missing at the very time of its change, and not just before', () => {
  const untruths = new Untruths();
  const hear = untruths.listen('channel');
  hear(deleted('message', '2026-01-01T12:00:00.500123Z'));
  const changedAt = (micros: number) => new Timestamp(AT.seconds, (500_000 + micros) * 1_000);
  expect(untruths.has('message', changedAt(123))).toBe(true);
  expect(untruths.has('message', changedAt(124))).toBe(false);
});

test('[FT11] it is heard also in two pieces', () => {
  const untruths = new Untruths();
  const hear = untruths.listen('channel');
  const text = deleted('cut', LATER);
  hear(text.slice(0, 60));
  hear(text.slice(60));
  expect(untruths.has('cut', AT)).toBe(true);
});

test('[FT11] so is a message that somebody asks for, and nothing comes before all is said', () => {
  const untruths = new Untruths();
  for (const [id, messageId] of ['absent', 'there', 'absent-before'].entries())
    untruths.noteRequest('channel', asking(messageId, id));
  untruths.noteRequest('channel', asking('known', 3, 'token'));
  untruths.noteRequest('other', asking('elsewhere', 0));
  const hear = untruths.listen('channel');
  hear(JSON.stringify({ documentChange: { document: { name: pathOf('there') }, targetIds: [1] } }));
  hear(current(2) + upTo(BEFORE));
  for (const id of [0, 1, 3]) hear(current(id));
  expect(untruths.has('absent', AT)).toBe(false);
  hear(upTo(LATER));
  expect(untruths.has('absent', AT)).toBe(true);
  for (const messageId of ['there', 'absent-before', 'known', 'elsewhere'])
    expect(untruths.has(messageId, AT)).toBe(false);
});

test('[FT11] so is one that a query has told of before, and that is missing when it is asked for by itself', () => {
  const untruths = new Untruths();
  const hear = untruths.listen('channel');
  hear(
    JSON.stringify({ documentChange: { document: { name: pathOf('doubted') }, targetIds: [2] } }),
  );
  hear(upTo(BEFORE));
  untruths.noteRequest('channel', asking('doubted', 5));
  hear(current(5) + upTo(LATER));
  expect(untruths.has('doubted', AT)).toBe(true);
});
