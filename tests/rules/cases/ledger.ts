import { LEDGER_BURST } from '@plaza/shared/limits';
import { messagePath, senderPath } from '@plaza/shared/paths';
import { allowed, change, denied } from '../../../tools/rules/cases.ts';
import { Double, FromNow, Increment, type Fields } from '../../../tools/rules/firestore-value.ts';
import type { RulesCase, Seed, Write } from '../../../tools/rules/request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  BLOCKED,
  BOB,
  BOBS_MESSAGE,
  ledgerEntry,
  NEW_MESSAGE,
  newLedger,
  newMessage,
  send,
} from '../../../tools/rules/world.ts';

const DAY_MS = 24 * 60 * 60_000;
const LONG_AGO = new Date(0);
const AHEAD = new Date('2100-01-01T00:00:00Z');
const MESSAGE = messagePath(NEW_MESSAGE);
const LEDGER = senderPath(ADA.uid);
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
  denied('an entry in the ledger of somebody else, too', BOB, {
    commit: [...send(BOB), { path: LEDGER, update: ledgerEntry(NEW_MESSAGE) }],
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
  denied(
    'a batch that comes again after its message was deleted elsewhere',
    ADA,
    { commit: send(ADA) },
    {
      seed: ledgerOf({ count: 8, lastMessageId: NEW_MESSAGE }),
    },
  ),
  allowed(
    'a deleted message again, with a new entry, behind another one',
    ADA,
    { commit: send(ADA) },
    {
      seed: ledgerOf({ count: 8, lastMessageId: OTHER_MESSAGE }),
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
      seed: ledgerOf({ count: LEDGER_BURST + 99_999, since: new FromNow(-100_000_000) }),
    },
  ),
  denied(
    'two more in one second',
    ADA,
    { commit: send(ADA) },
    {
      seed: ledgerOf({ count: LEDGER_BURST + 100_000, since: new FromNow(-100_000_000) }),
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
