import { archivePath } from '@plaza/shared/paths';
import { db } from './backend.ts';
import { expectAll, scrollUpTo, writeLongAgo } from './old-messages.ts';
import { expect, test, type Person } from './people.ts';

const FETCH = /\/documents:runQuery\?/;

/** How many pages this person has asked for, other than by listening. */
function countFetches(person: Person): () => number {
  let count = 0;
  person.page.on('request', (request) => {
    if (request.method() === 'POST' && FETCH.test(request.url())) count += 1;
  });
  return () => count;
}

test('[RM47] who scrolls by has pages fetched; where the view rests, changes are told', async ({
  join,
}) => {
  const old = await writeLongAgo(300);
  const [first, second] = old;
  if (first === undefined || second === undefined) throw new Error('There are no messages.');
  const ada = await join('Ada');
  const fetches = countFetches(ada);
  await scrollUpTo(ada, first);
  expect(fetches()).toBeGreaterThanOrEqual(2);
  await db.doc(archivePath(second.messageId)).delete();
  await expect(ada.page.locator(`[data-message-id="${second.messageId}"]`)).toHaveCount(0);
  await expect(ada.messages(first.text).first()).toBeVisible();
});

test('[RM47] [RM13] where pages cannot be fetched they are listened to', async ({ join }) => {
  const old = await writeLongAgo(250);
  const ada = await join('Ada');
  let aborted = 0;
  await ada.page.route(FETCH, async (route) => {
    aborted += 1;
    await route.abort();
  });
  await expectAll(ada, old);
  expect(aborted).toBeGreaterThan(0);
});
