import { randomUUID } from 'node:crypto';
import {
  LEDGER_BURST,
  MAX_BYTES_PER_CHAR,
  MESSAGE_ID_MAX_CHARS,
  MESSAGE_ID_MIN_CHARS,
  SHARD_COUNT,
  TEXT_MAX_CHARS,
  USERNAME_HOLD_MS,
} from '@plaza/shared/limits';
import { archivePath, messagePath, senderPath, userPath } from '@plaza/shared/paths';
import { allowed, change, denied } from '../../../tools/rules/cases.ts';
import { Double, FromNow, Increment, type Fields } from '../../../tools/rules/firestore-value.ts';
import type { RulesCase, Seed, Write } from '../../../tools/rules/request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  ARCHIVED_MESSAGE,
  BLOCKED,
  BOB,
  BOBS_MESSAGE,
  BOBS_PREVIOUS_USERNAME,
  ledgerEntry,
  NEW_MESSAGE,
  NEWCOMER,
  newLedger,
  newMessage,
  newProfile,
  send,
  signUp,
  STRANGER,
} from '../../../tools/rules/world.ts';

const DAY_MS = 24 * 60 * 60_000;
const LONG_AGO = new Date(0);
const AHEAD = new Date('2100-01-01T00:00:00Z');
const MESSAGE = messagePath(NEW_MESSAGE);
const LEDGER = senderPath(ADA.uid);
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
  ...['_', '.', ' ', '~', '+', 'é', '😀'].map((character) =>
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

const ALONE: Write = { path: MESSAGE, set: newMessage(ADA) };
const OTHER_MESSAGE = 'other-message-0000000002';
const OTHER: Write = { path: messagePath(OTHER_MESSAGE), set: newMessage(ADA) };

function sendWithEntry(entry: Fields): { commit: Write[] } {
  return { commit: change(send(ADA), LEDGER, entry) };
}

function entryOnly(id: string): { commit: Write[] } {
  return { commit: [{ path: LEDGER, update: ledgerEntry(id) }] };
}

/** Ada's ledger with these fields; times without a hurry. */
function ledgerOf(changes: Fields): Seed {
  return { [LEDGER]: { ...newLedger(), since: new FromNow(-100 * DAY_MS), ...changes } };
}

export const LEDGER_ENTRIES: readonly RulesCase[] = [
  denied('a message without an entry', ADA, { commit: [ALONE] }),
  denied('an entry without a message', ADA, entryOnly(NEW_MESSAGE)),
  denied('an entry for an older message', ADA, entryOnly(ADAS_MESSAGE)),
  denied("an entry for somebody's older message", ADA, entryOnly(BOBS_MESSAGE)),
  denied('an entry for an upload', ADA, entryOnly(`${ADAS_MESSAGE}/uploads/0`)),
  denied('an entry for nothing', ADA, entryOnly('')),
  denied('an entry for another message', ADA, sendWithEntry({ lastMessageId: OTHER_MESSAGE })),
  denied('an entry in the ledger of somebody else', ADA, {
    commit: [ALONE, { path: senderPath(BOB.uid), update: ledgerEntry(NEW_MESSAGE) }],
  }),
  denied('batch hole: one entry for two messages', ADA, { commit: [...send(ADA), OTHER] }),
  denied('batch hole: two entries for two messages', ADA, {
    commit: [...send(ADA), ...send(ADA, 0, OTHER_MESSAGE)],
  }),
  denied('batch hole: an entry for an older message and a new one', ADA, {
    commit: [ALONE, { path: LEDGER, update: ledgerEntry(ADAS_MESSAGE) }],
  }),
  denied(
    'replayed batch',
    ADA,
    { commit: send(ADA) },
    {
      seed: { [MESSAGE]: newMessage(ADA), ...ledgerOf({ count: 8, lastMessageId: NEW_MESSAGE }) },
    },
  ),
  denied(
    'a deleted message again, on its old entry',
    ADA,
    { commit: [ALONE] },
    {
      seed: ledgerOf({ count: 8, lastMessageId: NEW_MESSAGE }),
    },
  ),
  allowed(
    'a deleted message again, with a new entry',
    ADA,
    { commit: send(ADA) },
    {
      seed: ledgerOf({ count: 8, lastMessageId: NEW_MESSAGE }),
    },
  ),
  denied('deleted and created again in one commit', ADA, {
    commit: [{ path: messagePath(ADAS_MESSAGE), delete: true }, ...send(ADA, 0, ADAS_MESSAGE)],
  }),

  denied('a count that stays', ADA, sendWithEntry({ count: 7 })),
  denied('a count of two', ADA, sendWithEntry({ count: new Increment(2) })),
  denied('a count that falls', ADA, sendWithEntry({ count: new Increment(-1) })),
  denied('a count back to nothing', ADA, sendWithEntry({ count: 0 })),
  allowed('a count that is written out', ADA, sendWithEntry({ count: 8 })),
  denied('a count that is a whole float', ADA, sendWithEntry({ count: new Double(8) })),
  denied(
    'a count that overflows',
    ADA,
    { commit: send(ADA) },
    {
      seed: ledgerOf({ count: 9_223_372_036_854_775_807n }),
    },
  ),
  denied('an entry from the past', ADA, sendWithEntry({ updatedAt: LONG_AGO })),
  denied('an entry from the future', ADA, sendWithEntry({ updatedAt: AHEAD })),
  denied('an entry that moves the beginning', ADA, sendWithEntry({ since: LONG_AGO })),
  denied('an entry that sets a block', ADA, sendWithEntry({ blockedUntil: LONG_AGO })),
  denied('a ledger begun anew', ADA, {
    commit: [ALONE, { path: LEDGER, set: { ...newLedger(), lastMessageId: NEW_MESSAGE } }],
  }),
  denied('a ledger created again', ADA, { commit: [{ path: LEDGER, set: newLedger() }] }),
  denied('a ledger deleted and created again in one commit', ADA, {
    commit: [
      { path: LEDGER, delete: true },
      { path: LEDGER, set: newLedger() },
    ],
  }),
];

export const QUOTA: readonly RulesCase[] = [
  allowed(
    'the last of the burst',
    ADA,
    { commit: send(ADA) },
    {
      seed: ledgerOf({ count: LEDGER_BURST - 1, since: new FromNow(0) }),
    },
  ),
  denied(
    'one more than the burst',
    ADA,
    { commit: send(ADA) },
    {
      seed: ledgerOf({ count: LEDGER_BURST, since: new FromNow(900) }),
      withinMs: 1_800,
    },
  ),
  allowed(
    'one more for each second',
    ADA,
    { commit: send(ADA) },
    {
      seed: ledgerOf({ count: LEDGER_BURST + 99, since: new FromNow(-100_000) }),
    },
  ),
  denied(
    'two more in one second',
    ADA,
    { commit: send(ADA) },
    {
      seed: ledgerOf({ count: LEDGER_BURST + 100, since: new FromNow(-100_000) }),
      withinMs: 900,
    },
  ),
  denied(
    'when the count begins in the future',
    ADA,
    { commit: send(ADA) },
    {
      seed: ledgerOf({ count: 0, since: AHEAD }),
    },
  ),
  denied('while blocked', BLOCKED, { commit: send(BLOCKED) }),
  denied('while blocked, taking the block away', BLOCKED, {
    commit: change(send(BLOCKED), senderPath(BLOCKED.uid), { blockedUntil: null }),
  }),
  allowed(
    'when the block is over',
    ADA,
    { commit: send(ADA) },
    {
      seed: ledgerOf({ blockedUntil: new FromNow(0) }),
    },
  ),
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
