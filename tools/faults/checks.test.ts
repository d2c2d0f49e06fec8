import { expect, test } from 'vitest';
import type { CHECKS } from './checks.ts';
import { violationsIn } from './checks.ts';
import { markIn, withMark, type Item, type Story } from './story.ts';

const FIRST = withMark('One', '1-0-1');
const SECOND = withMark('Two', '1-0-2');
const GONE = withMark('Not meant for here', '1-0-3');
const ANSWER = withMark('Yes?', '1-1-1');

function shown(content: string, status = 'delivered'): Item {
  return { messageId: `id of ${content}`, status, content: `Ada ${content} 12:00`, buttons: [] };
}

function written(text: string, pictures: string[] = []) {
  const mark = markIn(text) ?? '';
  return { mark, person: Number(mark[2]), text, pictures };
}

function stored(text: string, pictures: string[] = []) {
  return { messageId: `id of ${text}`, person: written(text).person, text, pictures };
}

function screen(person: number, items: Item[], draft = '') {
  return { person, tab: 0, items, draft };
}

/** Ada wrote three and deleted the last, Bob answered, and all went well. */
const GOOD: Story = {
  written: [written(FIRST), written(SECOND, ['red']), written(GONE), written(ANSWER)],
  sightings: [FIRST, SECOND, GONE, ANSWER].map((text) => ({ person: 0, ...shown(text) })),
  deleted: new Set(['1-0-3']),
  retried: new Set(),
  refused: new Set(),
  sentAgain: [],
  stored: [stored(FIRST), stored(ANSWER), stored(SECOND, ['red'])],
  screens: [
    screen(0, [shown(FIRST), shown(ANSWER), shown(SECOND)]),
    screen(1, [shown(FIRST), shown(ANSWER), shown(SECOND)]),
  ],
};

/** The story in which only the last, most recent one of Ada's is not sent. */
function withUnsent(item: Item | null, draft = ''): Story {
  const items = [shown(FIRST), shown(ANSWER)];
  return {
    ...GOOD,
    sightings: GOOD.sightings.slice(0, 1),
    stored: [stored(FIRST), stored(ANSWER)],
    screens: [screen(0, item === null ? items : [...items, item], draft), screen(1, items)],
  };
}

test('[FT2] a story in which all went well violates nothing', () => {
  expect(violationsIn(GOOD)).toEqual([]);
});

test('[FT2] what is refused may have failed, and a draft is kept', () => {
  const failed = withUnsent(shown(SECOND, 'failed'));
  expect(violationsIn({ ...failed, refused: new Set(['1-0-2']) })).toEqual([]);
  expect(violationsIn(withUnsent(null, SECOND))).toEqual([]);
});

test('[FT2] a message that was sent again may come later', () => {
  const story = { ...GOOD, stored: GOOD.stored.toReversed() };
  expect(violationsIn({ ...story, retried: new Set(['1-0-2']) })).toEqual([]);
});

const PLANTED: Record<keyof typeof CHECKS, Story[]> = {
  'what was shown as sent is stored': ['sent', 'delivered'].map((status) => ({
    ...GOOD,
    sightings: [{ person: 0, ...shown(SECOND, status) }],
    stored: GOOD.stored.slice(0, 2),
  })),
  'what was written is stored or shown': [
    withUnsent(null),
    withUnsent(shown(withMark('T', '1-0-2'), 'failed')),
  ],
  'what is stored is what was written': [
    { ...GOOD, stored: [...GOOD.stored, stored(withMark('Who?', '1-0-9'))] },
    { ...GOOD, stored: [stored(withMark('On', '1-0-1')), ...GOOD.stored.slice(1)] },
    { ...GOOD, stored: [{ ...stored(FIRST), person: 1 }, ...GOOD.stored.slice(1)] },
    { ...GOOD, stored: [...GOOD.stored.slice(0, 2), stored(SECOND)] },
  ],
  'what is shown is what was written': [
    { ...GOOD, screens: [screen(1, [shown(withMark('On', '1-0-1'))])] },
  ],
  'nothing is there twice': [
    { ...GOOD, stored: [stored(FIRST), ...GOOD.stored] },
    { ...GOOD, screens: [screen(1, [shown(FIRST), shown(FIRST)])] },
  ],
  'nothing is sent twice without need': [{ ...GOOD, sentAgain: [`id of ${FIRST}`] }],
  'what was deleted stays deleted': [
    { ...GOOD, stored: [...GOOD.stored, stored(GONE)] },
    { ...GOOD, screens: [screen(1, [shown(GONE)])] },
  ],
  'each author’s order is kept': [{ ...GOOD, stored: GOOD.stored.toReversed() }],
  'readers agree on the order': [
    { ...GOOD, screens: [...GOOD.screens, screen(1, [shown(ANSWER), shown(FIRST)])] },
  ],
  'what is stored is shown as sent': [
    { ...GOOD, screens: [screen(0, [shown(FIRST, 'failed')])] },
    { ...GOOD, screens: [screen(0, [shown(FIRST, 'sending')])] },
    { ...GOOD, screens: [screen(0, [{ ...shown(FIRST), buttons: ['Retry'] }])] },
    { ...GOOD, screens: [screen(0, [])] },
  ],
  'only what was refused has failed': [withUnsent(shown(SECOND, 'failed'))].map((story) => ({
    ...story,
    sightings: [{ person: 0, ...shown(SECOND, 'failed') }],
  })),
  'nothing waits for ever': ['queued', 'sending'].map((status) =>
    withUnsent(shown(SECOND, status)),
  ),
};

for (const [check, stories] of Object.entries(PLANTED)) {
  for (const [index, story] of stories.entries()) {
    test(`[FT2] planted (${index + 1}): ${check}`, () => {
      expect(violationsIn(story).map((violation) => violation.check)).toContain(check);
    });
  }
}
