import { markIn, type Item, type Screen, type Story, type Written } from './story.ts';

/** What may never happen, whatever breaks. Each check tells what it found wrong, in a sentence each. */
export type Check = (story: Story) => string[];

const CONFIRMED = new Set(['sent', 'delivered']);
const WAITING = new Set(['queued', 'sending']);
/** What is offered for a message that has not arrived. */
const NOT_ARRIVED = new Set(['Cancel sending', 'Discard', 'Edit', 'Retry']);

export const CHECKS = {
  'what was shown as sent is stored': (story) => {
    const stored = storedMarks(story);
    const confirmed = story.sightings.filter(({ status }) => CONFIRMED.has(status));
    const marks = new Set(confirmed.map(({ content }) => markIn(content)));
    return [...marks]
      .filter((mark) => mark !== null && !stored.includes(mark) && !story.deleted.has(mark))
      .map((mark) => `${mark} was shown as sent, and is not stored`);
  },

  'what was written is stored or shown': (story) => {
    const stored = storedMarks(story);
    return remaining(story)
      .filter((written) => !stored.includes(written.mark) && !isKept(story, written))
      .map(({ mark }) => `${mark} was written, and is nowhere`);
  },

  'what is stored is what was written': (story) =>
    story.stored.flatMap(({ messageId, person, text, pictures }) => {
      const written = story.written.find(({ mark }) => mark === markIn(text));
      if (written === undefined || written.person !== person) {
        return [`${messageId} is stored, and its author did not write it: ${text}`];
      }
      if (written.text !== text) return [`${written.mark} is stored with another text`];
      const [is, was] = [pictures.join(), written.pictures.join()];
      return is === was ? [] : [`${written.mark} has the pictures [${is}] instead of [${was}]`];
    }),

  'what is shown is what was written': (story) =>
    story.screens.flatMap((screen) =>
      screen.items.flatMap(({ content }) => {
        const mark = markIn(content);
        const written = story.written.find((one) => one.mark === mark);
        if (mark === null || (written !== undefined && content.includes(written.text))) return [];
        return [`${nameOf(screen)} shows ${mark} with another text: ${content}`];
      }),
    ),

  'nothing is there twice': (story) => [
    ...repeated(storedMarks(story)).map((mark) => `${mark} is stored twice`),
    ...story.screens.flatMap((screen) =>
      repeated(shownMarks(screen.items)).map((mark) => `${nameOf(screen)} shows ${mark} twice`),
    ),
  ],

  'nothing is sent twice without need': ({ sentAgain, sightings }) =>
    sentAgain.map((messageId) => {
      const sighting = sightings.find((one) => one.messageId === messageId);
      const name = markIn(sighting?.content ?? '') ?? messageId;
      return `${name} was sent again while it was on its way`;
    }),

  'what was deleted stays deleted': (story) => [
    ...storedMarks(story)
      .filter((mark) => story.deleted.has(mark))
      .map((mark) => `${mark} was deleted, and is stored`),
    ...story.screens.flatMap((screen) =>
      shownMarks(screen.items)
        .filter((mark) => story.deleted.has(mark))
        .map((mark) => `${mark} was deleted, and ${nameOf(screen)} shows it`),
    ),
  ],

  'each author’s order is kept': (story) => {
    const stored = storedMarks(story);
    const people = new Set(story.written.map(({ person }) => person));
    return [...people].flatMap((person) => {
      const order = story.written
        .filter(({ mark, ...one }) => one.person === person && !story.retried.has(mark))
        .map(({ mark }) => stored.indexOf(mark))
        .filter((place) => place >= 0);
      const early = order.findIndex((place, index) => place < (order[index - 1] ?? 0));
      const mark = early < 0 ? undefined : stored[order[early] ?? 0];
      return mark === undefined ? [] : [`${mark} overtook a message that was written before it`];
    });
  },

  'readers agree on the order': ({ screens }) => {
    const orders = screens.map((screen) =>
      shownMarks(screen.items.filter(({ status }) => CONFIRMED.has(status))),
    );
    return orders.flatMap((order, index) =>
      orders.slice(index + 1).flatMap((other, offset) => {
        const mine = order.filter((mark) => other.includes(mark));
        const theirs = other.filter((mark) => order.includes(mark));
        const place = mine.findIndex((mark, at) => mark !== theirs[at]);
        if (place < 0) return [];
        const names = [screens[index], screens[index + 1 + offset]].map(nameOf);
        return [`${names.join(' and ')} disagree about ${mine[place]} and ${theirs[place]}`];
      }),
    );
  },

  'what is stored is shown as sent': (story) => {
    const stored = storedMarks(story);
    return story.screens.flatMap((screen) => [
      ...missingMarks(screen, stored).map((mark) => `${nameOf(screen)} does not show ${mark}`),
      ...screen.items.flatMap((item) => {
        const mark = markIn(item.content);
        if (mark === null || !stored.includes(mark) || isShownAsSent(item)) return [];
        const { status, buttons } = item;
        return [
          `${nameOf(screen)} shows ${mark} as ${status} (${buttons.join()}), and it is stored`,
        ];
      }),
    ]);
  },

  'only what was refused has failed': (story) =>
    story.sightings.flatMap(({ content, status }) => {
      const mark = markIn(content);
      if (status !== 'failed' || mark === null || story.refused.has(mark)) return [];
      return [`${mark} failed, and nothing but the network or the quota was against it`];
    }),

  'nothing waits for ever': ({ screens }) =>
    screens.flatMap((screen) =>
      screen.items
        .filter(({ content, status }) => markIn(content) !== null && WAITING.has(status))
        .map(({ content, status }) => `${nameOf(screen)} still shows ${markIn(content)} ${status}`),
    ),
} as const satisfies Record<string, Check>;

export function isShownAsSent({ status, buttons }: Item): boolean {
  return CONFIRMED.has(status) && !buttons.some((button) => NOT_ARRIVED.has(button));
}

export interface Violation {
  readonly check: string;
  readonly detail: string;
}

export function violationsIn(story: Story): Violation[] {
  return Object.entries(CHECKS).flatMap(([check, find]) =>
    [...new Set(find(story))].map((detail) => ({ check, detail })),
  );
}

function storedMarks({ stored }: Story): string[] {
  return marksIn(stored.map(({ text }) => text));
}

function shownMarks(items: readonly Item[]): string[] {
  return marksIn(items.map(({ content }) => content));
}

function missingMarks({ items }: Screen, stored: readonly string[]): string[] {
  const shown = shownMarks(items);
  return stored.filter((mark) => !shown.includes(mark));
}

function marksIn(texts: readonly string[]): string[] {
  return texts.map(markIn).filter((mark) => mark !== null);
}

function remaining({ written, deleted }: Story): Written[] {
  return written.filter(({ mark }) => !deleted.has(mark));
}

/** Whether its author still sees it somewhere, with its text. */
function isKept({ screens }: Story, { mark, person, text }: Written): boolean {
  return screens
    .filter((screen) => screen.person === person)
    .some(
      ({ items, draft }) =>
        draft.includes(mark) || items.some(({ content }) => content.includes(text)),
    );
}

function repeated(marks: readonly string[]): string[] {
  return marks.filter((mark, index) => marks.indexOf(mark) !== index);
}

function nameOf(screen: Screen | undefined): string {
  return `tab ${screen?.tab} of person ${screen?.person}`;
}
