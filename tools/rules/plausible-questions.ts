import {
  ATTACHMENTS_MAX,
  LEDGER_BURST,
  MESSAGE_ID_MAX_CHARS,
  MESSAGE_ID_MIN_CHARS,
  PAGE_MAX_MESSAGES,
  RENAME_COOLDOWN_MS,
  USERNAME_HOLD_MS,
  USERNAME_MAX_CHARS,
  USERNAME_MIN_CHARS,
} from '@plaza/shared/limits';
import {
  ARCHIVE,
  archivePath,
  deletionPath,
  MESSAGES,
  messagePath,
  senderPath,
  UPLOADS,
  usernamePath,
  userPath,
  USERS,
} from '@plaza/shared/paths';
import { usernameKeyFrom } from '@plaza/shared/username';
import { pick, randomInt, type Random } from '../random/seeded-random.ts';
import { change } from './cases.ts';
import { FromNow, type Value } from './firestore-value.ts';
import { TEXTS } from './fuzz-edges.ts';
import { FUZZ_PATHS, timeAround } from './fuzz-values.ts';
import type { Question, Seed } from './request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  ARCHIVED_MESSAGE,
  BLOCKED,
  BOB,
  BOBS_MESSAGE,
  BOBS_PREVIOUS_USERNAME,
  NEW_MESSAGE,
  newClaim,
  NEWCOMER,
  newLedger,
  newProfile,
  rename,
  report,
  send,
  signUp,
  type Person,
} from './world.ts';

const LONG_AGO = new FromNow(-100 * 24 * 60 * 60_000);
const USERNAMES = [
  'Lovelace',
  'lovelace',
  'ADA',
  'Bob',
  BOBS_PREVIOUS_USERNAME,
  'Plaza',
  'a b',
  'été',
  ...around(USERNAME_MIN_CHARS).map((length) => 'x'.repeat(length)),
  ...around(USERNAME_MAX_CHARS).map((length) => 'Y'.repeat(length)),
];
const MESSAGE_IDS = [
  'with_underscore_000001',
  ...around(MESSAGE_ID_MIN_CHARS).map((length) => 'm'.repeat(length)),
  ...around(MESSAGE_ID_MAX_CHARS).map((length) => '-'.repeat(length)),
];

function around(limit: number): number[] {
  return [limit - 1, limit, limit + 1];
}

/** Questions as clients ask them, each at a limit or just past one as often as not. Frequent ones are listed twice. */
export const PLAUSIBLE_QUESTIONS: readonly ((random: Random) => Question)[] = [
  (random) => {
    const person = { ...NEWCOMER, username: pick(random, ['Newcomer', ...USERNAMES]) };
    const commit = signUp(person);
    const seed = { ...claimOf(random, person.username), ...deletionOf(random, person) };
    return { actor: NEWCOMER, request: { commit }, seed };
  },
  sendSomething,
  sendSomething,
  (random) => {
    const author = pick(random, [ADA, BOB, BLOCKED]);
    return { actor: author, request: { commit: send(author) }, seed: ledgerOf(random, author) };
  },
  (random) => {
    const commit = change(send(BOB), messagePath(NEW_MESSAGE), {
      username: BOBS_PREVIOUS_USERNAME,
    });
    const seed = profileOf(BOB, BOBS_PREVIOUS_USERNAME, timeAround(random, USERNAME_HOLD_MS));
    return { actor: BOB, request: { commit }, seed };
  },
  renameSomebody,
  renameSomebody,
  (random) => {
    const writes = rename(ADA, pick(random, ['ADA', 'Ada', 'aDa'])).slice(0, 1);
    return { actor: ADA, request: { commit: writes } };
  },
  (random) => {
    const reporter = pick(random, [ADA, BOB]);
    const messageId = pick(random, [ADAS_MESSAGE, BOBS_MESSAGE, ARCHIVED_MESSAGE, NEW_MESSAGE]);
    const seed = random() < 0.3 ? ledgerOf(random, reporter) : {};
    return { actor: reporter, request: { commit: report(reporter, messageId) }, seed };
  },
  (random) => {
    const path = pick(random, [messagePath(ADAS_MESSAGE), archivePath(ARCHIVED_MESSAGE)]);
    return { actor: pick(random, [ADA, ADA, BOB]), request: { commit: [{ path, delete: true }] } };
  },
  (random) => ({
    actor: pick(random, [ADA, BOB, NEWCOMER]),
    request: { get: pick(random, FUZZ_PATHS) },
  }),
  (random) => ({
    actor: pick(random, [ADA, BOB, NEWCOMER]),
    request: {
      list: {
        collection: pick(random, [MESSAGES, ARCHIVE, USERS, UPLOADS]),
        limit: pick(random, around(PAGE_MAX_MESSAGES)),
      },
    },
  }),
];

function sendSomething(random: Random): Question {
  const author = pick(random, [ADA, BOB]);
  const id = random() < 0.8 ? NEW_MESSAGE : pick(random, MESSAGE_IDS);
  const count = pick(random, [0, 0, 1, randomInt(random, 2, ATTACHMENTS_MAX + 1)]);
  const { uid } = pick(random, [author, author, author, ADA, BOB]);
  const text = pick(random, ['Hello', ...TEXTS]);
  const commit = change(send(author, count, id), messagePath(id), { uid, text });
  return { actor: author, request: { commit } };
}

function renameSomebody(random: Random): Question {
  const person = pick(random, [ADA, BOB]);
  const username = random() < 0.6 ? 'Lovelace' : pick(random, USERNAMES);
  const seed = {
    ...claimOf(random, username),
    ...(random() < 0.5 ? profileOf(person, 'Augusta', timeAround(random, RENAME_COOLDOWN_MS)) : {}),
  };
  return { actor: person, request: { commit: rename(person, username) }, seed };
}

/** Nobody's, or held, or given up about as long ago as it takes. */
function claimOf(random: Random, username: string): Seed {
  if (random() < 0.5) return {};
  const { uid } = pick(random, [ADA, BOB, NEWCOMER]);
  const releasedAt = pick<Value>(random, [null, timeAround(random, USERNAME_HOLD_MS)]);
  return {
    [usernamePath(usernameKeyFrom(username))]: {
      ...newClaim(uid),
      claimedAt: LONG_AGO,
      releasedAt,
    },
  };
}

/** Given up, now and then. */
function deletionOf(random: Random, { uid }: Person): Seed {
  return random() < 0.2 ? { [deletionPath(uid)]: {} } : {};
}

function profileOf({ uid, username }: Person, previousUsername: string, renamedAt: Value): Seed {
  return {
    [userPath(uid)]: {
      ...newProfile(username),
      previousUsername,
      createdAt: LONG_AGO,
      renamedAt,
    },
  };
}

/** About as much in it as there may be, or blocked until about now. */
function ledgerOf(random: Random, { uid }: Person): Seed {
  const seconds = randomInt(random, 0, 100);
  return {
    [senderPath(uid)]: {
      ...newLedger(),
      count: LEDGER_BURST + seconds + randomInt(random, -2, 1),
      since: new FromNow(-1_000 * seconds - 500),
      blockedUntil: pick(random, [null, null, timeAround(random, 0)]),
    },
  };
}
