import { ATTACHMENTS_MAX, PAGE_MAX_MESSAGES } from '@plaza/shared/limits';
import {
  archivePath,
  MESSAGES,
  messagePath,
  senderPath,
  uploadPath,
  usernamePath,
  userPath,
} from '@plaza/shared/paths';
import { pick, randomInt, type Random } from '../random/seeded-random.ts';
import { FromNow, type Fields, type Value } from './firestore-value.ts';
import { randomField, randomNumber, randomText, randomTime, randomValue } from './fuzz-values.ts';
import type { Actor, Request, RulesCase, Seed, Write } from './request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  ARCHIVED_MESSAGE,
  BLOCKED,
  BOB,
  BOBS_MESSAGE,
  EDGE,
  FORGED,
  NEW_MESSAGE,
  newLedger,
  NEWCOMER,
  newMessage,
  newProfile,
  rename,
  report,
  send,
  signUp,
  STRANGER,
  WORLD,
  type Person,
} from './world.ts';

const PEOPLE: readonly Person[] = [ADA, BOB, BLOCKED, NEWCOMER, FORGED];
const DAY_MS = 24 * 60 * 60_000;
const PATHS = [
  ...Object.keys(WORLD),
  ...[userPath(NEWCOMER.uid), usernamePath('newcomer'), senderPath(NEWCOMER.uid)],
  ...[messagePath(NEW_MESSAGE), uploadPath(NEW_MESSAGE, 0), archivePath(NEW_MESSAGE)],
  ...['anything/else', `${EDGE}/deeper/one`, `${messagePath(NEW_MESSAGE)}/other/0`],
];

export type FuzzCase = Omit<RulesCase, 'title' | 'allowed'>;

/** A question that is right as it stands, then up to three random steps away from there. */
export function randomCase(random: Random): FuzzCase {
  let fuzzCase = rightCase(random);
  for (let steps = pick(random, [0, 1, 1, 1, 2, 2, 3]); steps > 0; steps--) {
    fuzzCase = pick(random, STEPS)(random, fuzzCase);
  }
  return fuzzCase;
}

function rightCase(random: Random): FuzzCase {
  const member = pick(random, [ADA, BOB]);
  const kinds: (() => FuzzCase)[] = [
    () => ({ actor: NEWCOMER, request: { commit: signUp(NEWCOMER) } }),
    () => ({
      actor: member,
      request: { commit: send(member, randomInt(random, 0, ATTACHMENTS_MAX)) },
    }),
    () => ({ actor: member, request: { commit: rename(member, 'Lovelace') } }),
    () => ({ actor: BOB, request: { commit: rename(BOB, 'Robert') } }),
    () => ({ actor: ADA, request: { commit: rename(ADA, 'ADA').slice(0, 1) } }),
    () => ({
      actor: BOB,
      request: { commit: report(BOB, pick(random, [ADAS_MESSAGE, ARCHIVED_MESSAGE])) },
    }),
    () => ({
      actor: ADA,
      request: {
        commit: [
          {
            path: pick(random, [messagePath(ADAS_MESSAGE), archivePath(ARCHIVED_MESSAGE)]),
            delete: true,
          },
        ],
      },
    }),
    () => ({ actor: member, request: { get: pick(random, PATHS) } }),
    () => ({
      actor: member,
      request: {
        list: {
          collection: pick(random, [MESSAGES, 'archive', 'users', 'uploads']),
          limit: PAGE_MAX_MESSAGES,
        },
      },
    }),
  ];
  // Commits are most of what there is to try.
  return random() < 0.85 ? pick(random, kinds.slice(0, 7))() : pick(random, kinds)();
}

type Step = (random: Random, fuzzCase: FuzzCase) => FuzzCase;

/** Some more than once, because there is more to find with them. */
const STEPS: readonly Step[] = [
  inCommit(changeField),
  inCommit(changeField),
  inCommit(changeField),
  inCommit(changeText),
  inCommit(changeAttachment),
  inCommit(changeAttachment),
  inCommit(dropField),
  inCommit(addField),
  inCommit(dropWrite),
  inCommit(addWrite),
  inCommit(changePath),
  inCommit(changeKind),
  changeActor,
  changeQuery,
  changeSeed,
  changeSeed,
];

/** Changes one write; never so that two have one path. */
function inCommit(change: (random: Random, writes: Write[], at: number) => Write[]): Step {
  return (random, fuzzCase) => {
    const { request } = fuzzCase;
    if (!('commit' in request) || request.commit.length === 0) return fuzzCase;
    const writes = change(
      random,
      [...request.commit],
      randomInt(random, 0, request.commit.length - 1),
    );
    const isSimple = new Set(writes.map(({ path }) => path)).size === writes.length;
    return isSimple && writes.length > 0 ? { ...fuzzCase, request: { commit: writes } } : fuzzCase;
  };
}

function withFields(writes: Write[], at: number, convert: (fields: Fields) => Fields): Write[] {
  return writes.map((write, index) => {
    if (index !== at || 'delete' in write) return write;
    const { path } = write;
    return 'set' in write
      ? { path, set: convert(write.set) }
      : { path, update: convert(write.update) };
  });
}

function changeField(random: Random, writes: Write[], at: number): Write[] {
  return withFields(writes, at, (fields) => {
    const names = Object.keys(fields);
    if (names.length === 0) return fields;
    return { ...fields, [pick(random, names)]: randomField(random) };
  });
}

function changeText(random: Random, writes: Write[], at: number): Write[] {
  return withFields(writes, at, (fields) =>
    'text' in fields ? { ...fields, text: randomText(random) } : fields,
  );
}

function changeAttachment(random: Random, writes: Write[], at: number): Write[] {
  return withFields(writes, at, (fields) => {
    const attachments = fields['attachments'];
    if (!Array.isArray(attachments) || attachments.length === 0) return fields;
    const place = randomInt(random, 0, attachments.length - 1);
    const changed = attachments.map((attachment: Fields, index) => {
      if (index !== place) return attachment;
      const name = pick(random, [...Object.keys(attachment), 'extra']);
      const others = Object.fromEntries(Object.entries(attachment).filter(([key]) => key !== name));
      if (random() < 0.1) return others;
      const value = ['width', 'height'].includes(name) ? randomNumber(random) : randomValue(random);
      return { ...others, [name]: random() < 0.5 ? randomText(random) : value };
    });
    return { ...fields, attachments: changed };
  });
}

function dropField(random: Random, writes: Write[], at: number): Write[] {
  return withFields(writes, at, (fields) => {
    const names = Object.keys(fields);
    if (names.length < 2) return fields;
    const dropped = pick(random, names);
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== dropped));
  });
}

function addField(random: Random, writes: Write[], at: number): Write[] {
  const name = pick(random, [
    'extra',
    'email',
    'since',
    'blockedUntil',
    'createdAt',
    'uid',
    'claimedAt',
  ]);
  return withFields(writes, at, (fields) => ({ ...fields, [name]: randomField(random) }));
}

function dropWrite(_: Random, writes: Write[], at: number): Write[] {
  return writes.toSpliced(at, 1);
}

function addWrite(random: Random, writes: Write[]): Write[] {
  const source = pick(random, [
    signUp(NEWCOMER),
    send(ADA, 2),
    send(BOB, 1),
    rename(ADA, 'Lovelace'),
    report(BOB),
  ]);
  const path = pick(random, PATHS);
  return [...writes, random() < 0.2 ? { path, delete: true } : pick(random, source)];
}

function changePath(random: Random, writes: Write[], at: number): Write[] {
  const id = pick(random, [
    'x',
    'other-message-0000000002',
    'y'.repeat(37),
    'lovelace',
    '0',
    '1',
    '00',
    'z_z',
  ]);
  return writes.map((write, index) => {
    if (index !== at) return write;
    const segments = write.path.split('/');
    const path = random() < 0.5 ? pick(random, PATHS) : [...segments.slice(0, -1), id].join('/');
    return { ...write, path };
  });
}

function changeKind(random: Random, writes: Write[], at: number): Write[] {
  return writes.map((write, index) => {
    if (index !== at || 'delete' in write) return write;
    const { path } = write;
    const fields = 'set' in write ? write.set : write.update;
    return pick<Write>(random, [
      { path, delete: true },
      { path, set: fields },
      { path, update: fields },
    ]);
  });
}

function changeActor(random: Random, fuzzCase: FuzzCase): FuzzCase {
  return {
    ...fuzzCase,
    actor: pick<Actor>(random, [...PEOPLE, STRANGER, { uid: 'somebody-else' }]),
  };
}

function changeQuery(random: Random, fuzzCase: FuzzCase): FuzzCase {
  if (!('list' in fuzzCase.request)) return fuzzCase;
  const { list } = fuzzCase.request;
  const request = pick<Request>(random, [
    { list: { ...list, limit: PAGE_MAX_MESSAGES + randomInt(random, -1, 1) } },
    { list: { ...list, offset: randomInt(random, 0, 1) } },
    { list: { collection: list.collection } },
    { list: { ...list, allDescendants: true } },
    { list: { ...list, parent: messagePath(ADAS_MESSAGE) } },
  ]);
  return { ...fuzzCase, request };
}

/** What is there before, otherwise. */
function changeSeed(random: Random, fuzzCase: FuzzCase): FuzzCase {
  const person = pick(random, PEOPLE);
  const releasedAt = pick<Value>(random, [null, randomTime(random), randomTime(random)]);
  const time = new FromNow(-100 * DAY_MS);
  const seeds: (() => Seed)[] = [
    () => ({
      [senderPath(person.uid)]: {
        ...newLedger(),
        count: randomInt(random, 0, 130),
        since: new FromNow(-1_000 * randomInt(random, 0, 100) - 500),
        blockedUntil: pick<Value>(random, [null, null, randomTime(random)]),
      },
    }),
    () => ({
      [userPath(person.uid)]: {
        ...newProfile(person.username),
        previousUsername: pick(random, ['Robert', 'Augusta']),
        createdAt: time,
        renamedAt: pick(random, [time, randomTime(random)]),
      },
    }),
    () => ({
      [usernamePath(pick(random, ['lovelace', 'newcomer', 'robert']))]: {
        uid: pick(random, PEOPLE).uid,
        claimedAt: time,
        releasedAt,
      },
    }),
    () => ({ [messagePath(NEW_MESSAGE)]: { ...newMessage(person), createdAt: time } }),
    () => ({ [archivePath(NEW_MESSAGE)]: { ...newMessage(person), createdAt: time } }),
    () => ({ [pick(random, PATHS)]: null }),
    () => ({ [messagePath(BOBS_MESSAGE)]: null }),
  ];
  return { ...fuzzCase, seed: { ...fuzzCase.seed, ...pick(random, seeds)() } };
}
