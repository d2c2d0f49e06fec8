import {
  ATTACHMENTS_MAX,
  LEDGER_BURST,
  PAGE_MAX_MESSAGES,
  RENAME_COOLDOWN_MS,
} from '@plaza/shared/limits';
import {
  archivePath,
  ARCHIVE,
  MESSAGES,
  messagePath,
  reportPath,
  senderPath,
  uploadPath,
  usernamePath,
  userPath,
} from '@plaza/shared/paths';
import { allowed, change, changeAttachment, denied } from '../../../tools/rules/cases.ts';
import { DELETED_FIELD, FromNow, SERVER_TIME } from '../../../tools/rules/firestore-value.ts';
import type { RulesCase, Write } from '../../../tools/rules/request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  ARCHIVED_MESSAGE,
  BLOCKED,
  BOB,
  BOBS_MESSAGE,
  ledgerEntry,
  NEW_MESSAGE,
  newClaim,
  newLedger,
  newMessage,
  newProfile,
  newReport,
  newUpload,
  NEWCOMER,
  rename,
  report,
  send,
  signUp,
} from '../../../tools/rules/world.ts';

const DAY_MS = 24 * 60 * 60_000;
const LEDGER = senderPath(ADA.uid);
const MESSAGE = messagePath(NEW_MESSAGE);
const OTHER_MESSAGE = 'other-message-0000000002';
const REPORT_ID = `${ADAS_MESSAGE}_${BOB.uid}`;

/** One ledger, two kinds of things that it licenses. */
export const LEDGER_ATTACKS: readonly RulesCase[] = [
  denied('batch hole: a message on the entry of a report', BOB, {
    commit: [...report(BOB), { path: MESSAGE, set: newMessage(BOB) }],
  }),
  denied('batch hole: a message and a report, each with its entry', BOB, {
    commit: [...send(BOB), ...report(BOB)],
  }),
  denied('batch hole: a message on the entry of a report, the entry written over', BOB, {
    commit: [
      ...report(BOB),
      { path: MESSAGE, set: newMessage(BOB) },
      { path: senderPath(BOB.uid), update: { lastMessageId: NEW_MESSAGE } },
    ],
  }),
  denied('a report under the id of a message', BOB, {
    commit: [
      { path: `reports/${NEW_MESSAGE}`, set: newReport(ADAS_MESSAGE, BOB) },
      ...send(BOB, 0, NEW_MESSAGE),
    ],
  }),
  denied('a message under the id of a report', BOB, {
    commit: [...report(BOB), { path: messagePath(REPORT_ID), set: newMessage(BOB) }],
  }),
  denied(
    'report spam: more than the burst',
    BOB,
    { commit: report(BOB) },
    {
      seed: {
        [senderPath(BOB.uid)]: { ...newLedger(), count: LEDGER_BURST, since: new FromNow(900) },
      },
      withinMs: 1_800,
    },
  ),
  denied('report spam: while blocked', BLOCKED, { commit: report(BLOCKED) }),
  denied('an entry for a message that its commit also deletes', ADA, {
    commit: [...send(ADA), { path: MESSAGE, delete: true }],
  }),
  denied('an entry that takes the beginning away', ADA, {
    commit: change(send(ADA), LEDGER, { since: DELETED_FIELD }),
  }),
  denied('an entry that takes the block away', BLOCKED, {
    commit: change(send(BLOCKED), senderPath(BLOCKED.uid), { blockedUntil: DELETED_FIELD }),
  }),
  denied('an entry that takes the count away', ADA, {
    commit: change(send(ADA), LEDGER, { count: DELETED_FIELD }),
  }),
  denied('a field of the ledger taken away by itself', ADA, {
    commit: [{ path: LEDGER, update: { lastMessageId: DELETED_FIELD } }],
  }),
  denied('a ledger and its first entry in one commit', NEWCOMER, {
    commit: [
      ...signUp(NEWCOMER),
      { path: MESSAGE, set: newMessage(NEWCOMER) },
      { path: senderPath(NEWCOMER.uid), update: ledgerEntry(NEW_MESSAGE) },
    ],
  }),
];

/** What is right once, done twice or together with something else. */
export const COMBINED_ATTACKS: readonly RulesCase[] = [
  denied('a message created and changed in one commit', ADA, {
    commit: [...send(ADA), { path: MESSAGE, update: { text: 'x'.repeat(10_000) } }],
  }),
  denied('a message created and delivered in one commit', ADA, {
    commit: [...send(ADA), { path: MESSAGE, update: { status: 'delivered' } }],
  }),
  denied('a message of somebody else deleted beside an own new one', ADA, {
    commit: [...send(ADA), { path: messagePath(BOBS_MESSAGE), delete: true }],
  }),
  denied('an upload created and made larger in one commit', ADA, {
    commit: [
      ...send(ADA, 1),
      { path: uploadPath(NEW_MESSAGE, 0), update: { bytes: new Uint8Array(500_000) } },
    ],
  }),
  denied('an upload for a message of somebody else in the same commit', ADA, {
    commit: [...send(ADA, 1), { path: uploadPath(BOBS_MESSAGE, 1), set: newUpload() }],
  }),
  allowed('the longest descriptions, all of them', ADA, {
    commit: Array.from({ length: ATTACHMENTS_MAX }, (_, index) => index).reduce<Write[]>(
      (writes, index) => changeAttachment(writes, MESSAGE, index, { alt: '漢'.repeat(200) }),
      send(ADA, ATTACHMENTS_MAX),
    ),
  }),
  denied('huge descriptions, all of them', ADA, {
    commit: Array.from({ length: ATTACHMENTS_MAX }, (_, index) => index).reduce<Write[]>(
      (writes, index) => changeAttachment(writes, MESSAGE, index, { alt: 'x'.repeat(100_000) }),
      send(ADA, ATTACHMENTS_MAX),
    ),
  }),
  allowed('a rename, and a message under the name of before', ADA, {
    commit: [...rename(ADA, 'Lovelace'), ...send(ADA)],
  }),
  denied('a rename, and a message under the new name', ADA, {
    commit: [...rename(ADA, 'Lovelace'), ...send({ ...ADA, username: 'Lovelace' })],
  }),
  denied('a rename and back in one commit', ADA, {
    commit: [...rename(ADA, 'Lovelace'), ...rename({ ...ADA, username: 'Lovelace' }, 'Ada')],
  }),
  denied(
    'a rename inside the cool-down, by way of a new profile',
    ADA,
    {
      commit: [
        { path: userPath(ADA.uid), delete: true },
        { path: userPath(ADA.uid), set: newProfile('Lovelace') },
        { path: usernamePath('lovelace'), set: newClaim(ADA.uid) },
        { path: usernamePath('ada'), update: { releasedAt: SERVER_TIME } },
      ],
    },
    {
      seed: {
        [userPath(ADA.uid)]: {
          ...newProfile(ADA.username),
          createdAt: new FromNow(-DAY_MS),
          renamedAt: new FromNow(-RENAME_COOLDOWN_MS / 2),
        },
      },
    },
  ),
  denied('a field of the profile taken away', ADA, {
    commit: [{ path: userPath(ADA.uid), update: { previousUsername: DELETED_FIELD } }],
  }),
  denied('a renamed profile without the time', ADA, {
    commit: change(rename(ADA, 'Lovelace'), userPath(ADA.uid), { renamedAt: DELETED_FIELD }),
  }),
  denied('a claim that is released by taking its holder away', ADA, {
    commit: change(rename(ADA, 'Lovelace'), usernamePath('ada'), { uid: DELETED_FIELD }),
  }),
  denied('a report of an archived message in the name of its author', BOB, {
    commit: [
      {
        path: reportPath(ARCHIVED_MESSAGE, ADA.uid),
        set: { ...newReport(ARCHIVED_MESSAGE, ADA), uid: BOB.uid },
      },
      { path: senderPath(BOB.uid), update: ledgerEntry(`${ARCHIVED_MESSAGE}_${ADA.uid}`) },
    ],
  }),
  denied('a message put back from the archive', ADA, {
    commit: [
      { path: archivePath(ARCHIVED_MESSAGE), delete: true },
      { path: messagePath(ARCHIVED_MESSAGE), set: newMessage(ADA) },
    ],
  }),
  denied('an own message put into the archive', ADA, {
    commit: [
      { path: messagePath(ADAS_MESSAGE), delete: true },
      { path: archivePath(ADAS_MESSAGE), set: newMessage(ADA) },
    ],
  }),
  denied('two messages, one of them without a word', ADA, {
    commit: [...send(ADA), { path: messagePath(OTHER_MESSAGE), set: {} }],
  }),
];

/** What a question may cost. */
export const COST_ATTACKS: readonly RulesCase[] = [MESSAGES, ARCHIVE].flatMap((collection) => [
  allowed(`${collection} counted up to the longest page`, BOB, {
    list: { collection, limit: PAGE_MAX_MESSAGES, count: true },
  }),
  denied(`${collection} counted further`, BOB, {
    list: { collection, limit: PAGE_MAX_MESSAGES + 1, count: true },
  }),
  denied(`${collection} counted by somebody without a profile`, NEWCOMER, {
    list: { collection, limit: 1, count: true },
  }),
  denied(`${collection} of the group, counted`, BOB, {
    list: { collection, limit: 1, count: true, allDescendants: true },
  }),
]);
