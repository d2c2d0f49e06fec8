import type { Message } from '@plaza/shared/message';
import { MESSAGES } from '@plaza/shared/paths';
import { expect, test } from 'vitest';
import { renewedSpec, WindowMembers, type MessageSnapshot } from './window-members.ts';

test('[RM43] a window that is renewed is never the one before, and does not shrink for ever', () => {
  const limitsOf = (limit: number) =>
    [0, 1, 2, 3, 4, 5].map(
      (renewals) => renewedSpec({ collection: MESSAGES, before: null, limit }, renewals).limit,
    );
  expect(limitsOf(50)).toEqual([50, 49, 48, 47, 50, 49]);
  expect(limitsOf(1)).toEqual([1, 1, 1, 1, 1, 1]);
});

function snapshot(messageId: string, fields: Partial<Message> = {}): MessageSnapshot {
  const message: Message = {
    uid: 'bob',
    username: 'Bob',
    text: 'Hello',
    createdAt: null,
    shard: 0,
    status: 'sent',
    attachments: [],
    ...fields,
  };
  return { messageId, message, place: null };
}

test('[RM44] other members are noticed, and those that are further or renamed', () => {
  const members = new WindowMembers({ collection: MESSAGES, before: null, limit: 50 });
  const [one, two] = [snapshot('one'), snapshot('two')];
  members.put(one);
  members.put(two);
  const differing = (...messages: MessageSnapshot[]) => [...members.differencesTo(messages)];
  expect(differing(two, one)).toEqual([]);
  expect(differing(one)).toEqual(['two sent Bob']);
  expect(differing(one, two, snapshot('three'))).toEqual(['three sent Bob']);
  const further = snapshot('two', { status: 'delivered' });
  expect(differing(one, further)).toEqual(['two sent Bob', 'two delivered Bob']);
  const renamed = snapshot('two', { username: 'Rob' });
  expect(differing(one, renamed)).toEqual(['two sent Bob', 'two sent Rob']);
});
