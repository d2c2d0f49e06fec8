import { RENAME_COOLDOWN_MS, USERNAME_HOLD_MS } from '@plaza/shared/limits';
import { messagePath, senderPath, usernamePath, userPath } from '@plaza/shared/paths';
import { allowed, change, denied, omit } from '../../../tools/rules/cases.ts';
import { FromNow, SERVER_TIME, type Fields } from '../../../tools/rules/firestore-value.ts';
import type { RulesCase, Seed, Write } from '../../../tools/rules/request.ts';
import {
  ADA,
  BOB,
  BOBS_PREVIOUS_USERNAME,
  ledgerEntry,
  NEW_MESSAGE,
  newClaim,
  newMessage,
  newProfile,
  rename,
  STRANGER,
} from '../../../tools/rules/world.ts';

const LONG_AGO = new Date(0);
const AHEAD = new Date('2100-01-01T00:00:00Z');
const DAY_MS = 24 * 60 * 60_000;

const PROFILE = userPath(ADA.uid);
const OLD_CLAIM = usernamePath('ada');
const NEW_CLAIM = usernamePath('lovelace');
const TO_LOVELACE = rename(ADA, 'Lovelace');
const [TO_UPPER_CASE] = rename(ADA, 'ADA') as [Write, ...Write[]];

/** Ada's last rename, so long ago. */
function lastRenamed(ageMs: number): Seed {
  return {
    [PROFILE]: {
      ...newProfile(ADA.username),
      previousUsername: 'Augusta',
      createdAt: new FromNow(-100 * DAY_MS),
      renamedAt: new FromNow(-ageMs),
    },
  };
}

function releasedClaim(uid: string, ageMs: number): Seed {
  return { [NEW_CLAIM]: { ...newClaim(uid), releasedAt: new FromNow(-ageMs) } };
}

function deniedWith(title: string, path: string, changes: Fields): RulesCase {
  return denied(title, ADA, { commit: change(TO_LOVELACE, path, changes) });
}

export const RENAMES: readonly RulesCase[] = [
  allowed(
    'the first at once',
    ADA,
    { commit: TO_LOVELACE },
    { seed: { [PROFILE]: newProfile(ADA.username) } },
  ),
  allowed('the first after a long time', ADA, { commit: TO_LOVELACE }),
  allowed(
    'after the cool-down',
    ADA,
    { commit: TO_LOVELACE },
    {
      seed: lastRenamed(RENAME_COOLDOWN_MS),
    },
  ),
  denied(
    'half a minute before the end of the cool-down',
    ADA,
    { commit: TO_LOVELACE },
    {
      seed: lastRenamed(RENAME_COOLDOWN_MS - 30_000),
      withinMs: 25_000,
    },
  ),
  denied('by a stranger', STRANGER, { commit: TO_LOVELACE }),
  denied('by somebody else', BOB, { commit: TO_LOVELACE }),
  denied('without the new claim', ADA, { commit: omit(TO_LOVELACE, NEW_CLAIM) }),
  denied('without releasing the old claim', ADA, { commit: omit(TO_LOVELACE, OLD_CLAIM) }),
  denied('without the profile', ADA, { commit: omit(TO_LOVELACE, PROFILE) }),
  denied('the old claim deleted', ADA, {
    commit: [...omit(TO_LOVELACE, OLD_CLAIM), { path: OLD_CLAIM, delete: true }],
  }),
  denied(
    'under a claim that was released',
    ADA,
    { commit: omit(TO_LOVELACE, NEW_CLAIM) },
    {
      seed: releasedClaim(ADA.uid, 0),
    },
  ),
  denied(
    'under a claim of somebody else',
    ADA,
    { commit: omit(TO_LOVELACE, NEW_CLAIM) },
    {
      seed: { [NEW_CLAIM]: newClaim(BOB.uid) },
    },
  ),
  denied('to the username of a member', ADA, { commit: rename(ADA, 'Bob') }),
  denied('to a reserved username', ADA, { commit: rename(ADA, 'Admin') }),
  denied('to a malformed username', ADA, { commit: rename(ADA, 'Ada Lovelace') }),
  denied('to the same username', ADA, {
    commit: change([TO_UPPER_CASE], PROFILE, { username: 'Ada' }),
  }),
  deniedWith('to the username of somebody else under another key', PROFILE, { username: 'Bob' }),
  deniedWith('with a previous username of its own', PROFILE, { previousUsername: 'Bob' }),
  deniedWith('with no previous username', PROFILE, { previousUsername: null }),
  deniedWith('in the past', PROFILE, { renamedAt: LONG_AGO }),
  deniedWith('in the future', PROFILE, { renamedAt: AHEAD }),
  deniedWith('with another time of creation', PROFILE, { createdAt: SERVER_TIME }),
  deniedWith('a claim for somebody else', NEW_CLAIM, { uid: BOB.uid }),
  deniedWith('a release in the past', OLD_CLAIM, { releasedAt: LONG_AGO }),
  deniedWith('a release in the future', OLD_CLAIM, { releasedAt: AHEAD }),
  deniedWith('a release that changes the holder', OLD_CLAIM, { uid: BOB.uid }),
  deniedWith('a release that changes the time of the claim', OLD_CLAIM, { claimedAt: LONG_AGO }),
  denied('two new claims', ADA, {
    commit: [...TO_LOVELACE, { path: usernamePath('augusta'), set: newClaim(ADA.uid) }],
  }),
  denied('twice in one commit', ADA, {
    commit: [...TO_LOVELACE, ...rename({ ...ADA, username: 'Lovelace' }, 'Augusta')],
  }),
  denied('a message under the new username in the same commit', ADA, {
    commit: [
      ...TO_LOVELACE,
      { path: messagePath(NEW_MESSAGE), set: newMessage({ ...ADA, username: 'Lovelace' }) },
      { path: senderPath(ADA.uid), update: ledgerEntry(NEW_MESSAGE) },
    ],
  }),

  allowed('a change of case keeps the claim', ADA, { commit: [TO_UPPER_CASE] }),
  denied('a change of case by somebody else', BOB, { commit: [TO_UPPER_CASE] }),
  denied(
    'a change of case inside the cool-down',
    ADA,
    { commit: [TO_UPPER_CASE] },
    {
      seed: lastRenamed(RENAME_COOLDOWN_MS - 30_000),
      withinMs: 25_000,
    },
  ),
  denied('a change of case that releases the claim', ADA, {
    commit: [TO_UPPER_CASE, { path: OLD_CLAIM, update: { releasedAt: SERVER_TIME } }],
  }),
  denied('a release alone', ADA, {
    commit: [{ path: OLD_CLAIM, update: { releasedAt: SERVER_TIME } }],
  }),
];

const [BOBS_PROFILE, BOBS_NEW_CLAIM, BOBS_OLD_CLAIM] = rename(BOB, 'Ada') as [Write, Write, Write];

export const USERNAMES_CHANGING_HANDS: readonly RulesCase[] = [
  allowed(
    'a released username, after the hold',
    ADA,
    { commit: TO_LOVELACE },
    {
      seed: releasedClaim(BOB.uid, USERNAME_HOLD_MS),
    },
  ),
  denied(
    'a released username, during the hold',
    ADA,
    { commit: TO_LOVELACE },
    {
      seed: releasedClaim(BOB.uid, USERNAME_HOLD_MS - 60_000),
      withinMs: 50_000,
    },
  ),
  allowed('the own released username, during the hold', BOB, {
    commit: rename(BOB, BOBS_PREVIOUS_USERNAME),
  }),
  denied('the own released username, held longer by a second release', BOB, {
    commit: [
      ...rename(BOB, 'Rob'),
      { path: usernamePath('robert'), update: { releasedAt: SERVER_TIME } },
    ],
  }),
  denied('a release of the claim of somebody else', BOB, {
    commit: [...rename(BOB, 'Rob'), { path: OLD_CLAIM, update: { releasedAt: SERVER_TIME } }],
  }),
  denied('swap: both profiles and claims in one commit', BOB, {
    commit: [
      BOBS_PROFILE,
      { path: OLD_CLAIM, set: newClaim(BOB.uid) },
      change(rename(ADA, 'Bob'), PROFILE, {})[0] as Write,
      { path: usernamePath('bob'), set: newClaim(ADA.uid) },
    ],
  }),
  denied('swap: the other claim released and taken in one commit', BOB, {
    commit: [
      BOBS_PROFILE,
      { path: OLD_CLAIM, update: { releasedAt: SERVER_TIME } },
      BOBS_NEW_CLAIM,
      BOBS_OLD_CLAIM,
    ],
  }),
];
