import { randomUUID } from 'node:crypto';
import {
  MAX_BYTES_PER_CHAR,
  MESSAGE_ID_MAX_CHARS,
  MESSAGE_ID_MIN_CHARS,
  SHARD_COUNT,
  TEXT_MAX_CHARS,
  USERNAME_HOLD_MS,
} from '@plaza/shared/limits';
import { archivePath, messagePath, userPath } from '@plaza/shared/paths';
import { allowed, change, denied } from '../../../tools/rules/cases.ts';
import { Double, FromNow, type Fields } from '../../../tools/rules/firestore-value.ts';
import type { RulesCase, Seed, Write } from '../../../tools/rules/request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  ARCHIVED_MESSAGE,
  BOB,
  BOBS_MESSAGE,
  BOBS_PREVIOUS_USERNAME,
  NEW_MESSAGE,
  NEWCOMER,
  newMessage,
  newProfile,
  send,
  signUp,
  STRANGER,
} from '../../../tools/rules/world.ts';

const LONG_AGO = new Date(0);
const AHEAD = new Date('2100-01-01T00:00:00Z');
const MESSAGE = messagePath(NEW_MESSAGE);
const MOST_BYTES = '漢';

function sendWith(changes: Fields): { commit: Write[] } {
  return { commit: change(send(ADA), MESSAGE, changes) };
}

function sendAt(messageId: string): { commit: Write[] } {
  return { commit: send(ADA, 0, messageId) };
}

function sendAsBob(username: string): { commit: Write[] } {
  return { commit: send({ ...BOB, username }) };
}

function bobRenamed(ageMs: number): Seed {
  const profile = { ...newProfile(BOB.username), previousUsername: BOBS_PREVIOUS_USERNAME };
  return { [userPath(BOB.uid)]: { ...profile, renamedAt: new FromNow(-ageMs) } };
}

export const MESSAGES_CREATED: readonly RulesCase[] = [
  allowed('by a member', ADA, { commit: send(ADA) }),
  denied('by a stranger', STRANGER, { commit: send(ADA) }),
  denied('by somebody without a profile', NEWCOMER, { commit: send(NEWCOMER) }),
  denied('in the commit that signs up', NEWCOMER, {
    commit: [...signUp(NEWCOMER), { path: MESSAGE, set: newMessage(NEWCOMER) }],
  }),
  denied('in the name of somebody else', ADA, sendWith({ uid: BOB.uid })),
  denied('with the username of somebody else', ADA, sendWith({ username: BOB.username })),
  denied('without a username, soon after signing up', ADA, sendWith({ username: null }), {
    seed: { [userPath(ADA.uid)]: newProfile(ADA.username) },
  }),
  denied('with the username in other case', ADA, sendWith({ username: 'ADA' })),
  allowed('with the previous username', BOB, sendAsBob(BOBS_PREVIOUS_USERNAME)),
  allowed('with the previous username a minute before 30 days', BOB, sendAsBob('Robert'), {
    seed: bobRenamed(USERNAME_HOLD_MS - 60_000),
    withinMs: 50_000,
  }),
  denied('with the previous username after 30 days', BOB, sendAsBob('Robert'), {
    seed: bobRenamed(USERNAME_HOLD_MS),
  }),
  denied('with a username that is none of the two', BOB, sendAsBob('Bert')),
  denied('backdated', ADA, sendWith({ createdAt: LONG_AGO })),
  denied('from the future', ADA, sendWith({ createdAt: AHEAD })),
  allowed('in the first shard', ADA, sendWith({ shard: 0 })),
  allowed('in the last shard', ADA, sendWith({ shard: SHARD_COUNT - 1 })),
  denied('before the first shard', ADA, sendWith({ shard: -1 })),
  denied('after the last shard', ADA, sendWith({ shard: SHARD_COUNT })),
  denied('in a shard that is a whole float', ADA, sendWith({ shard: new Double(3) })),
  denied('delivered already', ADA, sendWith({ status: 'delivered' })),
  denied('of an unknown status', ADA, sendWith({ status: 'extra' })),
  denied('with the id of another message', ADA, sendAt(BOBS_MESSAGE)),
  denied('with the id of an own message', ADA, sendAt(ADAS_MESSAGE)),
];

export const MESSAGE_IDS: readonly RulesCase[] = [
  allowed('of a UUID', ADA, sendAt(randomUUID())),
  allowed('of the least length', ADA, sendAt('x'.repeat(MESSAGE_ID_MIN_CHARS))),
  allowed('of the most length', ADA, sendAt('x'.repeat(MESSAGE_ID_MAX_CHARS))),
  allowed('of all characters', ADA, sendAt('ABCXYZ-abcxyz-0123456789')),
  denied('one character too short', ADA, sendAt('x'.repeat(MESSAGE_ID_MIN_CHARS - 1))),
  denied('one character too long', ADA, sendAt('x'.repeat(MESSAGE_ID_MAX_CHARS + 1))),
  ...['_', '.', ' ', '~', '+', 'é', '😀', '@', '[', '`', '{', ':'].map((character) =>
    denied(`with ${character}`, ADA, sendAt(`${'x'.repeat(MESSAGE_ID_MIN_CHARS)}${character}`)),
  ),
];

function sendText(text: string): { commit: Write[] } {
  return sendWith({ text });
}

export const TEXTS: readonly RulesCase[] = [
  allowed('one character', ADA, sendText('x')),
  allowed('the most characters', ADA, sendText('x'.repeat(TEXT_MAX_CHARS))),
  denied('one character more', ADA, sendText('x'.repeat(TEXT_MAX_CHARS + 1))),
  allowed('emoji of as many UTF-16 units', ADA, sendText('😀'.repeat(TEXT_MAX_CHARS / 2))),
  denied('one emoji more', ADA, sendText('😀'.repeat(TEXT_MAX_CHARS / 2 + 1))),
  allowed(
    `the most characters of ${Buffer.byteLength(MOST_BYTES) / MAX_BYTES_PER_CHAR} x ${MAX_BYTES_PER_CHAR} bytes`,
    ADA,
    sendText(MOST_BYTES.repeat(TEXT_MAX_CHARS)),
  ),
  ...['several\n\nlines', '\nx', 'x\n', ' x ', '\u200bx', '\u202e?', 'é', '0'].map((text) =>
    allowed(JSON.stringify(text), ADA, sendText(text)),
  ),
  ...['', ' ', '\n', '\t', '\u00a0\u2003\u3000', '\u200b\u200d\ufeff', '\u0007', '\ue000'].map(
    (text) => denied(`nothing visible: ${JSON.stringify(text)}`, ADA, sendText(text)),
  ),
  denied('a megabyte', ADA, sendText('x'.repeat(1_000_000))),
];

export const ARCHIVED_IDS: readonly RulesCase[] = [
  denied('a message with the id of an archived one', ADA, sendAt(ARCHIVED_MESSAGE)),
  denied('a message with the id of an archived one, deleted in the same commit', ADA, {
    commit: [
      { path: archivePath(ARCHIVED_MESSAGE), delete: true },
      ...send(ADA, 0, ARCHIVED_MESSAGE),
    ],
  }),
];
