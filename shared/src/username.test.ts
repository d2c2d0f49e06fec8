import { expect, test } from 'vitest';
import { RESERVED_USERNAMES } from './reserved-usernames.ts';
import { usernameKeyFrom, validateUsername } from './username.ts';

test.each([
  ['abc', null],
  ['abcdefghijklmnopqrst', null],
  ['A_9', null],
  ['ab', 'too-short'],
  ['', 'too-short'],
  ['abcdefghijklmnopqrstu', 'too-long'],
  ['ada lovelace', 'characters'],
  ['ada😀', 'characters'],
  ['аda', 'characters'],
  ['ada\n', 'characters'],
  ['ADMIN', 'reserved'],
  ['__ada__', 'reserved'],
  ['____', 'reserved'],
  ['___', null],
  ['__ada_', null],
])('[AC7] %j is %s', (username, problem) => {
  expect(validateUsername(username)).toBe(problem);
});

test('[AC7] every reserved username is a valid key, in order and once', () => {
  expect(RESERVED_USERNAMES).toEqual(
    [...new Set(RESERVED_USERNAMES.map(usernameKeyFrom))].toSorted(),
  );
});
