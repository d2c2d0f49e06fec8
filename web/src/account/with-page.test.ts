import { ARCHIVE, MESSAGES } from '@plaza/shared/paths';
import { expect, test } from 'vitest';
import type { MessageCollection, PersonMessage } from '../firebase/person-messages.ts';
import { withPage, type Listed } from './with-page.ts';

const NOTHING: Listed = { messages: [], status: 'loading', isFromCache: false };

function messages(ids: readonly string[], collection: MessageCollection): PersonMessage[] {
  return ids.map((messageId) => ({
    messageId,
    message: {
      uid: 'bob',
      username: 'Bob',
      text: messageId,
      createdAt: null,
      shard: 0,
      status: 'delivered',
      attachments: [],
    },
    collection,
  }));
}

test('[PE6] a message that moves to the archive between two pages is listed once', () => {
  const first = messages(['c', 'b'], MESSAGES);
  const before = withPage(NOTHING, {
    messages: first,
    next: { collection: ARCHIVE, before: null },
    isFromCache: false,
  });
  const archived = messages(['b', 'a'], ARCHIVE);
  const all = withPage(before, { messages: archived, next: null, isFromCache: false });
  expect(all).toEqual({
    messages: [...first, archived[1]],
    status: 'end',
    isFromCache: false,
  });
});
