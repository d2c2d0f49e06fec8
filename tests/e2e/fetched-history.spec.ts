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
  const [inView, below] = old.slice(100);
  if (inView === undefined || below === undefined) throw new Error('There are no messages.');
  const ada = await join('Ada');
  const fetches = countFetches(ada);
  await scrollUpTo(ada, inView);
  expect(fetches()).toBeGreaterThan(0);
  await db.doc(archivePath(below.messageId)).delete();
  await expect(ada.page.locator(`[data-message-id="${below.messageId}"]`)).toHaveCount(0);
  await expect(ada.messages(inView.text).first()).toBeVisible();
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
