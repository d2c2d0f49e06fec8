import { PAGE_MAX_MESSAGES } from '@plaza/shared/limits';
import { archivePath, messagePath, senderPath, usernamePath, userPath } from '@plaza/shared/paths';
import { pick, randomInt, type Random } from '../random/seeded-random.ts';
import { FromNow, type Fields, type Value } from './firestore-value.ts';
import { ATTACHMENT_EDGE_VALUES, EDGE_VALUES } from './fuzz-edges.ts';
import {
  FUZZ_PATHS,
  randomField,
  randomNumber,
  randomText,
  randomTime,
  randomValue,
} from './fuzz-values.ts';
import type { Actor, Question, Request, Seed, Write } from './request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  BLOCKED,
  BOB,
  BOBS_MESSAGE,
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
  type Person,
} from './world.ts';

const PEOPLE: readonly Person[] = [ADA, BOB, BLOCKED, NEWCOMER, FORGED];
const DAY_MS = 24 * 60 * 60_000;

type Step = (random: Random, question: Question) => Question;

/** Some more than once, because there is more to find with them. */
export const FUZZ_STEPS: readonly Step[] = [
  inCommit(moveFieldToEdge),
  inCommit(moveFieldToEdge),
  inCommit(moveFieldToEdge),
  inCommit(moveFieldToEdge),
  inCommit(moveAttachmentToEdge),
  inCommit(moveAttachmentToEdge),
  inCommit(changeField),
  inCommit(changeText),
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
];

/** Changes one write; never so that two have one path. */
function inCommit(change: (random: Random, writes: Write[], at: number) => Write[]): Step {
  return (random, question) => {
    const { request } = question;
    if (!('commit' in request) || request.commit.length === 0) return question;
    const writes = change(
      random,
      [...request.commit],
      randomInt(random, 0, request.commit.length - 1),
    );
    const isSimple = new Set(writes.map(({ path }) => path)).size === writes.length;
    return isSimple && writes.length > 0 ? { ...question, request: { commit: writes } } : question;
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

/** One of a message's attachments, if this is a message that has any. */
function withAttachment(
  random: Random,
  writes: Write[],
  at: number,
  convert: (attachment: Fields) => Fields,
): Write[] {
  return withFields(writes, at, (fields) => {
    const { attachments } = fields;
    if (!Array.isArray(attachments) || attachments.length === 0) return fields;
    const place = randomInt(random, 0, attachments.length - 1);
    const changed = attachments.map((attachment: Fields, index) =>
      index === place ? convert(attachment) : attachment,
    );
    return { ...fields, attachments: changed };
  });
}

function changeField(random: Random, writes: Write[], at: number): Write[] {
  return withFields(writes, at, (fields) => {
    const names = Object.keys(fields);
    if (names.length === 0) return fields;
    return { ...fields, [pick(random, names)]: randomField(random) };
  });
}

function moveFieldToEdge(random: Random, writes: Write[], at: number): Write[] {
  return withFields(writes, at, (fields) => {
    const name = pick(random, Object.keys(fields));
    return { ...fields, [name]: pick(random, EDGE_VALUES[name] ?? [randomField(random)]) };
  });
}

function moveAttachmentToEdge(random: Random, writes: Write[], at: number): Write[] {
  return withAttachment(random, writes, at, (attachment) => {
    const [name, values] = pick(random, Object.entries(ATTACHMENT_EDGE_VALUES));
    return { ...attachment, [name]: pick(random, values) };
  });
}

function changeText(random: Random, writes: Write[], at: number): Write[] {
  return withFields(writes, at, (fields) =>
    'text' in fields ? { ...fields, text: randomText(random) } : fields,
  );
}

function changeAttachment(random: Random, writes: Write[], at: number): Write[] {
  return withAttachment(random, writes, at, (attachment) => {
    const name = pick(random, [...Object.keys(attachment), 'extra']);
    const others = Object.fromEntries(Object.entries(attachment).filter(([key]) => key !== name));
    if (random() < 0.1) return others;
    const value = ['width', 'height'].includes(name) ? randomNumber(random) : randomValue(random);
    return { ...others, [name]: random() < 0.5 ? randomText(random) : value };
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
  const path = pick(random, FUZZ_PATHS);
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
    const path =
      random() < 0.5 ? pick(random, FUZZ_PATHS) : [...segments.slice(0, -1), id].join('/');
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

function changeActor(random: Random, question: Question): Question {
  return {
    ...question,
    actor: pick<Actor>(random, [...PEOPLE, STRANGER, { uid: 'somebody-else' }]),
  };
}

function changeQuery(random: Random, question: Question): Question {
  if (!('list' in question.request)) return question;
  const { list } = question.request;
  const request = pick<Request>(random, [
    { list: { ...list, limit: PAGE_MAX_MESSAGES + randomInt(random, -1, 1) } },
    { list: { ...list, offset: randomInt(random, 0, 1) } },
    { list: { collection: list.collection } },
    { list: { ...list, allDescendants: true } },
    { list: { ...list, parent: messagePath(ADAS_MESSAGE) } },
  ]);
  return { ...question, request };
}

/** What is there before, otherwise. */
function changeSeed(random: Random, question: Question): Question {
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
    () => ({ [pick(random, FUZZ_PATHS)]: null }),
    () => ({ [messagePath(BOBS_MESSAGE)]: null }),
  ];
  return { ...question, seed: { ...question.seed, ...pick(random, seeds)() } };
}
