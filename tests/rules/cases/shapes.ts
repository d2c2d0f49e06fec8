import {
  messagePath,
  reportPath,
  senderPath,
  uploadPath,
  usernamePath,
  userPath,
} from '@plaza/shared/paths';
import {
  change,
  changeAttachment,
  denied,
  omitField,
  without,
} from '../../../tools/rules/cases.ts';
import {
  Double,
  GeoPoint,
  Reference,
  type Fields,
  type Value,
} from '../../../tools/rules/firestore-value.ts';
import type { RulesCase, Write } from '../../../tools/rules/request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  BOB,
  NEW_MESSAGE,
  newAttachment,
  NEWCOMER,
  rename,
  report,
  send,
  signUp,
  type Person,
} from '../../../tools/rules/world.ts';

/** A commit that is allowed, and the document of it that is varied. */
interface Shape {
  readonly name: string;
  readonly actor: Person;
  readonly writes: readonly Write[];
  readonly path: string;
}

const COMMITS: readonly Shape[] = [
  { name: 'a profile', actor: NEWCOMER, writes: signUp(NEWCOMER), path: userPath(NEWCOMER.uid) },
  { name: 'a claim', actor: NEWCOMER, writes: signUp(NEWCOMER), path: usernamePath('newcomer') },
  { name: 'a ledger', actor: NEWCOMER, writes: signUp(NEWCOMER), path: senderPath(NEWCOMER.uid) },
  {
    name: 'a renamed profile',
    actor: ADA,
    writes: rename(ADA, 'Lovelace'),
    path: userPath(ADA.uid),
  },
  {
    name: 'a released claim',
    actor: ADA,
    writes: rename(ADA, 'Lovelace'),
    path: usernamePath('ada'),
  },
  { name: 'a message', actor: ADA, writes: send(ADA), path: messagePath(NEW_MESSAGE) },
  { name: 'a ledger entry', actor: ADA, writes: send(ADA), path: senderPath(ADA.uid) },
  { name: 'an upload', actor: ADA, writes: send(ADA, 1), path: uploadPath(NEW_MESSAGE, 0) },
  { name: 'a report', actor: BOB, writes: report(BOB), path: reportPath(ADAS_MESSAGE, BOB.uid) },
];

const OF_EACH_TYPE: Readonly<Record<string, Value>> = {
  null: null,
  boolean: true,
  integer: 7,
  float: new Double(7),
  NaN: Number.NaN,
  string: 'extra',
  timestamp: new Date(0),
  bytes: new Uint8Array([55]),
  list: ['extra'],
  'empty list': [],
  map: { extra: 'extra' },
  'empty map': {},
  'geographic point': new GeoPoint(7, 7),
  reference: new Reference('users/ada-uid'),
};
const MEGABYTE = 'x'.repeat(1_000_000);

function typeOf(value: Value | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Uint8Array) return 'bytes';
  if (typeof value === 'number') return 'integer';
  return typeof value === 'object' ? value.constructor.name : typeof value;
}

/** Each differs from what is allowed in one field: of a wrong type, too long, missing, or one too many. */
function variations(
  name: string,
  fields: Fields,
  withField: (field: string, value: Value) => RulesCase['request'],
  withoutField: (field: string) => RulesCase['request'],
  actor: Person,
): RulesCase[] {
  const changed = Object.entries(fields).flatMap(([field, value]) => [
    denied(`${name} without ${field}`, actor, withoutField(field)),
    ...Object.entries(OF_EACH_TYPE)
      .filter(([, other]) => typeOf(other) !== typeOf(value))
      .map(([type, other]) =>
        denied(`${name} with ${type} as ${field}`, actor, withField(field, other)),
      ),
    ...(typeof value === 'string'
      ? [denied(`${name} with a megabyte of ${field}`, actor, withField(field, MEGABYTE))]
      : []),
  ]);
  return [...changed, denied(`${name} with one more field`, actor, withField('extra', 'extra'))];
}

function shapeVariations({ name, actor, writes, path }: Shape): RulesCase[] {
  const write = writes.find((candidate) => candidate.path === path);
  if (write === undefined || 'delete' in write) throw new Error(`Nothing is written at ${path}.`);
  return variations(
    name,
    'set' in write ? write.set : write.update,
    (field, value) => ({ commit: change(writes, path, { [field]: value }) }),
    (field) => ({ commit: without(writes, path, field) }),
    actor,
  );
}

function attachmentVariations(): RulesCase[] {
  const path = messagePath(NEW_MESSAGE);
  const writes = send(ADA, 1);
  return variations(
    'an attachment',
    newAttachment(),
    (field, value) => ({ commit: changeAttachment(writes, path, 0, { [field]: value }) }),
    (field) => ({
      commit: change(writes, path, { attachments: [omitField(newAttachment(), field)] }),
    }),
    ADA,
  );
}

/** Every field of every document that a client writes. */
export const SHAPES: readonly RulesCase[] = [
  ...COMMITS.flatMap(shapeVariations),
  ...attachmentVariations(),
];
