import { USERNAME_HOLD_MS, USERNAME_MAX_CHARS, USERNAME_MIN_CHARS } from '@plaza/shared/limits';
import { deletionPath, senderPath, usernamePath, userPath } from '@plaza/shared/paths';
import { RESERVED_USERNAMES } from '@plaza/shared/reserved-usernames';
import { allowed, change, denied, omit } from '../../../tools/rules/cases.ts';
import { Double, FromNow } from '../../../tools/rules/firestore-value.ts';
import type { RulesCase, Seed, Write } from '../../../tools/rules/request.ts';
import {
  ADA,
  BOB,
  newClaim,
  NEWCOMER,
  newLedger,
  newProfile,
  signUp,
  STRANGER,
} from '../../../tools/rules/world.ts';

const PROFILE = userPath(NEWCOMER.uid);
const CLAIM = usernamePath('newcomer');
const LEDGER = senderPath(NEWCOMER.uid);
const IN_DELETION = { [deletionPath(NEWCOMER.uid)]: {} };
const LONG_AGO = new Date(0);
const AHEAD = new Date('2100-01-01T00:00:00Z');

function signUpAs(username: string): { commit: Write[] } {
  return { commit: signUp({ ...NEWCOMER, username }) };
}

function signUpWith(path: string, changes: Parameters<typeof change>[2]): { commit: Write[] } {
  return { commit: change(signUp(NEWCOMER), path, changes) };
}

export const SIGNING_UP: readonly RulesCase[] = [
  allowed('profile, claim and ledger in one commit', NEWCOMER, { commit: signUp(NEWCOMER) }),
  denied('without a profile', NEWCOMER, { commit: omit(signUp(NEWCOMER), PROFILE) }),
  denied('without a claim', NEWCOMER, { commit: omit(signUp(NEWCOMER), CLAIM) }),
  denied('without a ledger', NEWCOMER, { commit: omit(signUp(NEWCOMER), LEDGER) }),
  denied('a profile alone', NEWCOMER, { commit: [{ path: PROFILE, set: newProfile('Newcomer') }] }),
  denied('a claim alone', NEWCOMER, { commit: [{ path: CLAIM, set: newClaim(NEWCOMER.uid) }] }),
  denied('a ledger alone', NEWCOMER, { commit: [{ path: LEDGER, set: newLedger() }] }),
  denied('by a stranger', STRANGER, { commit: signUp(NEWCOMER) }),
  denied('by somebody else', { uid: 'somebody-else' }, { commit: signUp(NEWCOMER) }),
  denied('by a member, again', ADA, { commit: signUp({ ...ADA, username: 'Again' }) }),

  denied('by a member, under a second username', ADA, {
    commit: omit(signUp({ ...ADA, username: 'Again' }), senderPath(ADA.uid)),
  }),
  denied(
    'of somebody else who has a claim and a ledger',
    BOB,
    { commit: [{ path: PROFILE, set: newProfile('Newcomer') }] },
    { seed: { [CLAIM]: newClaim(NEWCOMER.uid), [LEDGER]: newLedger() } },
  ),

  denied('in deletion', NEWCOMER, { commit: signUp(NEWCOMER) }, { seed: IN_DELETION }),
  denied(
    'in deletion, with a ledger that is still there',
    NEWCOMER,
    { commit: omit(signUp(NEWCOMER), LEDGER) },
    { seed: { ...IN_DELETION, [LEDGER]: newLedger() } },
  ),
  allowed(
    'while somebody else is in deletion',
    NEWCOMER,
    { commit: signUp(NEWCOMER) },
    { seed: { [deletionPath(ADA.uid)]: {} } },
  ),

  denied('under the key of another username', NEWCOMER, {
    commit: change(signUp({ ...NEWCOMER, username: 'another' }), PROFILE, { username: 'Ada' }),
  }),
  denied('a key in upper case', NEWCOMER, signUpWith(PROFILE, { usernameKey: 'Newcomer' })),
  denied('a previous username', NEWCOMER, signUpWith(PROFILE, { previousUsername: 'Ada' })),
  denied('a profile from the past', NEWCOMER, signUpWith(PROFILE, { createdAt: LONG_AGO })),
  denied('a profile from the future', NEWCOMER, signUpWith(PROFILE, { createdAt: AHEAD })),
  denied('renamed in the past', NEWCOMER, signUpWith(PROFILE, { renamedAt: LONG_AGO })),
  denied('an e-mail address', NEWCOMER, signUpWith(PROFILE, { email: 'ada@example.com' })),

  denied('a claim for somebody else', NEWCOMER, signUpWith(CLAIM, { uid: ADA.uid })),
  denied('a claim from the past', NEWCOMER, signUpWith(CLAIM, { claimedAt: LONG_AGO })),
  denied('a claim from the future', NEWCOMER, signUpWith(CLAIM, { claimedAt: AHEAD })),
  denied('a released claim', NEWCOMER, signUpWith(CLAIM, { releasedAt: LONG_AGO })),
  denied('a second claim', NEWCOMER, {
    commit: [...signUp(NEWCOMER), { path: usernamePath('second'), set: newClaim(NEWCOMER.uid) }],
  }),
  denied(
    'under a claim that was released',
    NEWCOMER,
    { commit: omit(signUp(NEWCOMER), CLAIM) },
    { seed: { [CLAIM]: { ...newClaim(NEWCOMER.uid), releasedAt: LONG_AGO } } },
  ),

  denied(
    'a ledger for a member who has none',
    BOB,
    { commit: [{ path: senderPath(ADA.uid), set: newLedger() }] },
    { seed: { [senderPath(ADA.uid)]: null } },
  ),
  denied('a ledger in credit', NEWCOMER, signUpWith(LEDGER, { count: -1 })),
  denied('a ledger that has counted', NEWCOMER, signUpWith(LEDGER, { count: 1 })),
  denied('a ledger of a whole float', NEWCOMER, signUpWith(LEDGER, { count: new Double(0) })),
  denied('a ledger that began long ago', NEWCOMER, signUpWith(LEDGER, { since: LONG_AGO })),
  denied('a ledger from the past', NEWCOMER, signUpWith(LEDGER, { updatedAt: LONG_AGO })),
  denied('a ledger with an entry', NEWCOMER, signUpWith(LEDGER, { lastMessageId: 'message' })),
  denied('a ledger with a block', NEWCOMER, signUpWith(LEDGER, { blockedUntil: LONG_AGO })),
];

export const USERNAMES_HELD: readonly RulesCase[] = [
  denied('the username of a member', NEWCOMER, signUpAs('Ada')),
  denied('the username of a member in other case', NEWCOMER, signUpAs('ADA')),
  denied('a held claim, claimed again by its holder', ADA, {
    commit: [{ path: usernamePath('ada'), set: newClaim(ADA.uid) }],
  }),
  ...[{ uid: BOB.uid }, { releasedAt: LONG_AGO }].map((changes) =>
    denied(
      `a lost claim, created again with ${Object.keys(changes).join()} changed`,
      ADA,
      { commit: [{ path: usernamePath('ada'), set: { ...newClaim(ADA.uid), ...changes } }] },
      { seed: { [usernamePath('ada')]: null } },
    ),
  ),
  denied(
    'a second claim, released in the past',
    ADA,
    { commit: [{ path: usernamePath('second'), update: { releasedAt: LONG_AGO } }] },
    { seed: { [usernamePath('second')]: newClaim(ADA.uid) } },
  ),
  denied('hijack: a held claim handed to oneself', BOB, {
    commit: [{ path: usernamePath('ada'), update: { uid: BOB.uid } }],
  }),
  denied('hijack: a held claim, released by somebody else', BOB, {
    commit: [{ path: usernamePath('ada'), update: { releasedAt: LONG_AGO } }],
  }),
];

export const USERNAME_FORMS: readonly RulesCase[] = [
  ...[
    'x'.repeat(USERNAME_MIN_CHARS),
    'x'.repeat(USERNAME_MAX_CHARS),
    'aAzZ09_',
    'Admins',
    'extra',
    '___',
  ].map((username) => allowed(username, NEWCOMER, signUpAs(username))),
  ...[
    'x'.repeat(USERNAME_MIN_CHARS - 1),
    'x'.repeat(USERNAME_MAX_CHARS + 1),
    'ada lovelace',
    'ada-lovelace',
    'ada.lovelace',
    'ada😀',
    'аda',
    ...['@', '[', '`', '{', ':'].map((neighbour) => `ada${neighbour}`),
    'ada\n',
    'ada\nada',
    'ﬁne',
    '\u212aelvin',
    'admİn',
  ].map((username) => denied(JSON.stringify(username), NEWCOMER, signUpAs(username))),
  ...RESERVED_USERNAMES.map((username) => denied(username, NEWCOMER, signUpAs(username))),
  denied('a reserved username in upper case', NEWCOMER, signUpAs('ADMIN')),
];

function released(ageMs: number, uid = BOB.uid): Seed {
  return { [CLAIM]: { ...newClaim(uid), releasedAt: new FromNow(-ageMs) } };
}

export const RELEASED_USERNAMES: readonly RulesCase[] = [
  allowed('after the hold, by anybody', NEWCOMER, signUpAs('Newcomer'), {
    seed: released(USERNAME_HOLD_MS),
  }),
  denied('a minute before the end of the hold', NEWCOMER, signUpAs('Newcomer'), {
    seed: released(USERNAME_HOLD_MS - 60_000),
    withinMs: 50_000,
  }),
  allowed('during the hold, by the last holder', NEWCOMER, signUpAs('Newcomer'), {
    seed: released(0, NEWCOMER.uid),
  }),
  denied(
    'after the hold, without a profile',
    NEWCOMER,
    { commit: [{ path: CLAIM, set: newClaim(NEWCOMER.uid) }] },
    { seed: released(USERNAME_HOLD_MS) },
  ),
  denied('after the hold, for somebody else', NEWCOMER, signUpWith(CLAIM, { uid: BOB.uid }), {
    seed: released(USERNAME_HOLD_MS),
  }),
  denied('after the hold, left released', NEWCOMER, signUpWith(CLAIM, { releasedAt: LONG_AGO }), {
    seed: released(USERNAME_HOLD_MS),
  }),
  denied('the hold made longer by the last holder', BOB, {
    commit: [{ path: usernamePath('robert'), update: { releasedAt: LONG_AGO } }],
  }),
];
