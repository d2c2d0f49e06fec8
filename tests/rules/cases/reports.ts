import { archivePath, messagePath, reportPath, senderPath } from '@plaza/shared/paths';
import { REPORT_REASONS } from '@plaza/shared/report';
import { allowed, change, denied, omit } from '../../../tools/rules/cases.ts';
import type { Fields } from '../../../tools/rules/firestore-value.ts';
import type { RulesCase, Write } from '../../../tools/rules/request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  ARCHIVED_MESSAGE,
  BOB,
  BOBS_MESSAGE,
  ledgerEntry,
  newReport,
  report,
  send,
  STRANGER,
} from '../../../tools/rules/world.ts';

const REPORT = reportPath(ADAS_MESSAGE, BOB.uid);
const LONG_AGO = new Date(0);
const AHEAD = new Date('2100-01-01T00:00:00Z');

function reportWith(changes: Fields): { commit: Write[] } {
  return { commit: change(report(BOB), REPORT, changes) };
}

/** A report under an id of its own, with an entry for that id. */
function reportAt(reportId: string): { commit: Write[] } {
  return {
    commit: [
      { path: `reports/${reportId}`, set: newReport(ADAS_MESSAGE, BOB) },
      { path: senderPath(BOB.uid), update: ledgerEntry(reportId) },
    ],
  };
}

export const REPORTS_CREATED: readonly RulesCase[] = [
  ...REPORT_REASONS.map((reason) => allowed(`for ${reason}`, BOB, reportWith({ reason }))),
  denied('for another reason', BOB, reportWith({ reason: 'extra' })),
  denied('for no reason', BOB, reportWith({ reason: '' })),
  allowed('of an archived message', BOB, { commit: report(BOB, ARCHIVED_MESSAGE) }),
  denied('of a message that is not there', BOB, { commit: report(BOB, 'not-there-not-there-00') }),
  denied('of a message in the same commit', BOB, {
    commit: [
      ...send(BOB, 0, 'new-message-000000000002'),
      ...report(BOB, 'new-message-000000000002'),
    ],
  }),
  denied('by a stranger', STRANGER, { commit: report(BOB) }),
  denied('in the name of somebody else', BOB, { commit: report(ADA) }),
  denied('in the name of somebody else, on the own entry', BOB, {
    commit: [
      { path: reportPath(ADAS_MESSAGE, ADA.uid), set: newReport(ADAS_MESSAGE, ADA) },
      { path: senderPath(BOB.uid), update: ledgerEntry(`${ADAS_MESSAGE}_${ADA.uid}`) },
    ],
  }),
  ...[messagePath(ADAS_MESSAGE), archivePath(ARCHIVED_MESSAGE)].map((path) =>
    allowed(`of ${path}, deleted in the same commit`, ADA, {
      commit: [{ path, delete: true }, ...report(ADA, path.split('/')[1])],
    }),
  ),
  denied('of another message than its id says', BOB, reportWith({ messageId: BOBS_MESSAGE })),
  denied('of another person than its id says', BOB, reportWith({ uid: ADA.uid })),
  denied('under another id', BOB, reportAt('any-id')),
  denied('under the id of the message', BOB, reportAt(ADAS_MESSAGE)),
  denied('backdated', BOB, reportWith({ createdAt: LONG_AGO })),
  denied('from the future', BOB, reportWith({ createdAt: AHEAD })),
  denied(
    'a second time',
    BOB,
    { commit: report(BOB) },
    {
      seed: { [REPORT]: { ...newReport(ADAS_MESSAGE, BOB), createdAt: LONG_AGO } },
    },
  ),
];

export const REPORTS_COST: readonly RulesCase[] = [
  denied('a report without an entry', BOB, { commit: omit(report(BOB), senderPath(BOB.uid)) }),
  denied('an entry for a report that is not there', BOB, { commit: omit(report(BOB), REPORT) }),
  denied('batch hole: a report on the entry of a message', BOB, {
    commit: [...send(BOB), { path: REPORT, set: newReport(ADAS_MESSAGE, BOB) }],
  }),
  denied('batch hole: two reports on one entry', BOB, {
    commit: [
      ...report(BOB),
      { path: reportPath(BOBS_MESSAGE, BOB.uid), set: newReport(BOBS_MESSAGE, BOB) },
    ],
  }),
];
