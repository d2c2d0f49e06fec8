import { randomUUID } from 'node:crypto';
import { Timestamp } from 'firebase-admin/firestore';
import { archivePath } from '@plaza/shared/paths';
import { db } from './backend.ts';
import { expect, uniqueText, type Person } from './people.ts';
import { startWatching, stopWatching } from './watched-row.ts';

const HOUR_MS = 60 * 60_000;

export interface OldMessage {
  readonly messageId: string;
  readonly text: string;
}

let hoursAgo = 24;

/**
 * Puts messages into the archive, oldest first: nothing in the backend is set off by that. They are
 * newer than those of the call before.
 */
export async function writeLongAgo(
  count: number,
  uidOf = (index: number) => `person-${Math.floor(index / 3)}`,
): Promise<OldMessage[]> {
  const beginning = uniqueText('Long ago');
  const start = Date.now() - hoursAgo * HOUR_MS;
  hoursAgo -= 1;
  const messages = Array.from({ length: count }, (_, index) => ({
    messageId: randomUUID(),
    text: `${beginning} no. ${index}. ${'So it goes. '.repeat(index % 7)}`.trim(),
  }));
  const batch = db.batch();
  for (const [index, { messageId, text }] of messages.entries()) {
    batch.set(db.doc(archivePath(messageId)), {
      uid: uidOf(index),
      username: 'Somebody',
      text,
      createdAt: Timestamp.fromMillis(start + index * 1_000),
      shard: 0,
      status: 'delivered',
      attachments: [],
      movedFrom: Timestamp.fromMillis(start),
    });
  }
  await batch.commit();
  return messages;
}

export function items(person: Person) {
  return person.page.getByRole('list', { name: 'Messages' }).getByRole('listitem');
}

export function scrolled(person: Person): Promise<number> {
  return person.page
    .getByRole('group', { name: 'Conversation' })
    .evaluate(({ scrollTop }) => scrollTop);
}

/** As far as a reader can go and still see where they were. False: there was nothing further up. */
function scrollUp(person: Person): Promise<boolean> {
  return person.page.getByRole('group', { name: 'Conversation' }).evaluate(async (box) => {
    const before = box.scrollTop;
    box.scrollBy(0, -0.9 * box.clientHeight);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    return before > 0;
  });
}

/** Scrolls up until this message is in the page; its row may be out of view. */
export async function scrollUpTo(person: Person, { messageId }: OldMessage): Promise<void> {
  const item = person.page.locator(`[data-message-id="${messageId}"]`);
  await expect(async () => {
    await scrollUp(person);
    await expect(item).toBeAttached({ timeout: 100 });
  }).toPass({ intervals: [20] });
  await item.scrollIntoViewIfNeeded();
}

/**
 * From the end up to this message. Each id once, oldest first; nothing may move that has not been
 * scrolled, and the page must stay small.
 */
async function walkUpTo(person: Person, { messageId }: OldMessage): Promise<string[]> {
  // Until the archive has come, too: who is at the end of few messages sees them move.
  await expect.poll(() => scrolled(person)).toBeGreaterThan(0);
  const seen: string[] = [];
  for (;;) {
    const ids = await items(person).evaluateAll((rows) =>
      rows.map((row) => row.getAttribute('data-message-id') ?? ''),
    );
    expect(ids.length).toBeLessThan(250);
    expect(new Set(ids).size).toBe(ids.length);
    seen.unshift(...ids.filter((id) => !seen.includes(id)));
    if (seen.includes(messageId)) return seen;
    const isFurther = await scrollUp(person);
    await startWatching(person.page);
    // Until the next page has come.
    if (!isFurther)
      await expect(items(person).first()).not.toHaveAttribute('data-message-id', ids[0] ?? '');
    expect(await stopWatching(person.page)).toBeLessThanOrEqual(1);
  }
}

export async function expectAll(person: Person, old: readonly OldMessage[]): Promise<void> {
  const [first] = old;
  if (first === undefined) throw new Error('There is no message.');
  const ids = old.map(({ messageId }) => messageId);
  const seen = await walkUpTo(person, first);
  expect(seen.filter((id) => ids.includes(id))).toEqual(ids);
}
