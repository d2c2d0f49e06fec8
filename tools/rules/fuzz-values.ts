import {
  ALT_MAX_CHARS,
  IMAGE_SIDE_MAX_PX,
  LEDGER_BURST,
  MESSAGE_ID_MAX_CHARS,
  PAGE_MAX_MESSAGES,
  PLACEHOLDER_MAX_CHARS,
  RENAME_COOLDOWN_MS,
  SHARD_COUNT,
  TEXT_MAX_CHARS,
  UPLOAD_MAX_BYTES,
  USERNAME_HOLD_MS,
  USERNAME_MAX_CHARS,
} from '@plaza/shared/limits';
import {
  archivePath,
  messagePath,
  senderPath,
  uploadPath,
  usernamePath,
  userPath,
} from '@plaza/shared/paths';
import { pick, randomInt, type Random } from '../random/seeded-random.ts';
import {
  Double,
  FromNow,
  GeoPoint,
  Reference,
  SERVER_TIME,
  type Value,
} from './firestore-value.ts';
import {
  ADA,
  ADAS_MESSAGE,
  ARCHIVED_MESSAGE,
  BLOCKED,
  BOB,
  EDGE,
  NEW_MESSAGE,
  NEWCOMER,
  WORLD,
} from './world.ts';

/** Where there is something, or could be, or never will be. */
export const FUZZ_PATHS: readonly string[] = [
  ...Object.keys(WORLD),
  userPath(NEWCOMER.uid),
  usernamePath('newcomer'),
  senderPath(NEWCOMER.uid),
  messagePath(NEW_MESSAGE),
  uploadPath(NEW_MESSAGE, 0),
  archivePath(NEW_MESSAGE),
  'anything/else',
  `${EDGE}/deeper/one`,
  `${messagePath(NEW_MESSAGE)}/other/0`,
];
const PEOPLE = [ADA, BOB, BLOCKED, NEWCOMER];
const LIMITS = [
  0,
  1,
  ALT_MAX_CHARS,
  IMAGE_SIDE_MAX_PX,
  LEDGER_BURST,
  MESSAGE_ID_MAX_CHARS,
  PAGE_MAX_MESSAGES,
  PLACEHOLDER_MAX_CHARS,
  SHARD_COUNT,
  TEXT_MAX_CHARS,
  USERNAME_MAX_CHARS,
];
const TIMES_MS = [0, 60_000, RENAME_COOLDOWN_MS, USERNAME_HOLD_MS];
const WORDS = [
  ...PEOPLE.flatMap(({ uid, username }) => [uid, username, username.toLowerCase()]),
  'Robert',
  'robert',
  'Lovelace',
  'lovelace',
  'admin',
  'Plaza',
  '',
  NEW_MESSAGE,
  ADAS_MESSAGE,
  ARCHIVED_MESSAGE,
  `${ADAS_MESSAGE}_${BOB.uid}`,
  'sent',
  'delivered',
  'processing',
  'ready',
  'rejected',
  'spam',
  'other',
  'image/png',
  'image/jpeg',
  'image/svg+xml',
  'IMAGE/PNG',
  'https://example.com/x',
];
/** One range of code points each: letters, spaces, controls, formats, private use, marks, astral, not yet assigned. */
const CODE_POINTS: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0x00, 0x20],
  [0x7f, 0xa0],
  [0xa1, 0x24f],
  [0x300, 0x36f],
  [0x370, 0x52f],
  [0x600, 0x61c],
  [0x2000, 0x206f],
  [0x2800, 0x2801],
  [0x3000, 0x30ff],
  [0xe000, 0xe010],
  [0xfe00, 0xfe0f],
  [0xfff0, 0xffff],
  [0x1f600, 0x1f64f],
  [0xe0000, 0xe007f],
  [0x10fff0, 0x10ffff],
];

/** A value of any type, mostly one that means something at some place. */
export function randomValue(random: Random, depth = 0): Value {
  const kinds: (() => Value)[] = [
    () => pick(random, WORDS),
    () => pick(random, WORDS),
    () => randomText(random),
    () => randomNumber(random),
    () => randomNumber(random),
    () => pick(random, [null, true, false]),
    () => randomTime(random),
    () => new Uint8Array(pick(random, [0, 1, UPLOAD_MAX_BYTES, UPLOAD_MAX_BYTES + 1])),
    () => new Reference(`users/${ADA.uid}`),
    () => new GeoPoint(randomInt(random, -90, 90), 0),
    () => (depth > 3 ? [] : Array.from({ length: randomInt(random, 0, 5) }, () => nested())),
    () =>
      depth > 3 ? {} : { [pick(random, ['uid', 'extra', 'é'])]: randomValue(random, depth + 1) },
  ];
  // A list holds no list.
  function nested(): Value {
    const value = randomValue(random, depth + 1);
    return Array.isArray(value) ? { list: value } : value;
  }
  return pick(random, kinds)();
}

export function randomNumber(random: Random): Value {
  const near = pick(random, LIMITS) + randomInt(random, -1, 1);
  return pick<Value>(random, [
    near,
    near,
    near,
    new Double(near),
    near + 0.5,
    new Double(-0),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.MAX_SAFE_INTEGER,
    9_223_372_036_854_775_807n,
    -9_223_372_036_854_775_808n,
  ]);
}

/** So far in the past, or a little more or less: the answer does not depend on the moment but for the closest ones. */
export function timeAround(random: Random, ageMs: number): FromNow {
  return new FromNow(pick(random, [-30_000, -2_000, 0, 2_000, 30_000]) - ageMs);
}

export function randomTime(random: Random): FromNow | Date {
  return pick(random, [timeAround(random, pick(random, TIMES_MS)), new Date(0)]);
}

export function randomText(random: Random): string {
  const length = pick(random, [
    1,
    2,
    5,
    ...LIMITS.map((limit) => limit + randomInt(random, -1, 1)),
  ]);
  const ranges = pick(random, [CODE_POINTS, [pick(random, CODE_POINTS)], CODE_POINTS.slice(0, 1)]);
  let text = '';
  while (text.length < length) {
    const [first, last] = pick(random, ranges);
    text += String.fromCodePoint(randomInt(random, first, last));
  }
  return text;
}

/** Something that a request can carry as a value; the server's time is one, too. */
export function randomField(random: Random): Value {
  return random() < 0.1 ? SERVER_TIME : randomValue(random);
}
