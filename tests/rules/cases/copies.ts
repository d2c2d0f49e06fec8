import { messagePath, reportPath, UPLOADS, usernamePath, userPath } from '@plaza/shared/paths';
import { denied } from '../../../tools/rules/cases.ts';
import type { RulesCase, Write } from '../../../tools/rules/request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  BOB,
  NEW_MESSAGE,
  NEWCOMER,
  rename,
  report,
  send,
  signUp,
  type Person,
} from '../../../tools/rules/world.ts';

/** An allowed commit, and the same document once more at another place. */
function copied(actor: Person, writes: readonly Write[], from: string, to: string): RulesCase {
  const original = writes.find(({ path }) => path === from);
  if (original === undefined) throw new Error(`Nothing is written at ${from}.`);
  return denied(`${from} also at ${to}`, actor, { commit: [...writes, { ...original, path: to }] });
}

const NEW_MESSAGE_PATH = messagePath(NEW_MESSAGE);
const REPORT = reportPath(ADAS_MESSAGE, BOB.uid);

/** What is allowed at one path is not allowed at another that looks like it. */
export const COPIES: readonly RulesCase[] = [
  copied(NEWCOMER, signUp(NEWCOMER), userPath(NEWCOMER.uid), `anything/${NEWCOMER.uid}`),
  copied(NEWCOMER, signUp(NEWCOMER), userPath(NEWCOMER.uid), userPath('other')),
  copied(NEWCOMER, signUp(NEWCOMER), usernamePath('newcomer'), 'anything/newcomer'),
  copied(NEWCOMER, signUp(NEWCOMER), `senders/${NEWCOMER.uid}`, `anything/${NEWCOMER.uid}`),
  copied(ADA, rename(ADA, 'Lovelace'), usernamePath('lovelace'), 'anything/lovelace'),
  copied(ADA, send(ADA), NEW_MESSAGE_PATH, `anything/${NEW_MESSAGE}`),
  copied(ADA, send(ADA), NEW_MESSAGE_PATH, `${messagePath(ADAS_MESSAGE)}/messages/${NEW_MESSAGE}`),
  copied(ADA, send(ADA), NEW_MESSAGE_PATH, `archive/${NEW_MESSAGE}`),
  copied(ADA, send(ADA, 1), `${NEW_MESSAGE_PATH}/${UPLOADS}/0`, `${NEW_MESSAGE_PATH}/anything/0`),
  copied(
    ADA,
    send(ADA, 1),
    `${NEW_MESSAGE_PATH}/${UPLOADS}/0`,
    `anything/${NEW_MESSAGE}/${UPLOADS}/0`,
  ),
  copied(BOB, report(BOB), REPORT, `anything/${ADAS_MESSAGE}_${BOB.uid}`),
];
