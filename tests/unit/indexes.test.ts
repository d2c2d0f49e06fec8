import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Timestamp } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { ARCHIVE, MESSAGES, SENDERS, UPLOADS } from '@plaza/shared/paths';
import * as queries from '@plaza/shared/query-spec';
import type { MessageCursor, QuerySpec } from '@plaza/shared/query-spec';
import { ROOT } from '../../tools/root.ts';

interface IndexField {
  fieldPath: string;
  order: 'ASCENDING' | 'DESCENDING';
}

interface Indexes {
  indexes: { collectionGroup: string; queryScope: string; fields: IndexField[] }[];
  fieldOverrides: { collectionGroup: string; fieldPath: string; indexes: unknown[] }[];
}

const deployed = JSON.parse(
  await readFile(join(ROOT, 'firestore.indexes.json'), 'utf8'),
) as Indexes;

const CURSOR: MessageCursor = { createdAt: Timestamp.fromMillis(0), messageId: 'before' };
const COLLECTIONS = [MESSAGES, ARCHIVE] as const;

/** Each query that the code can build. The compiler asks for a new one here. */
const SAMPLES = {
  newestMessages: [queries.newestMessages(50)],
  olderMessages: [queries.olderMessages(CURSOR, 50)],
  archivedMessages: [null, CURSOR].map((before) => queries.archivedMessages(before, 50)),
  messagesOfUser: COLLECTIONS.flatMap((collection) =>
    [null, CURSOR].map((before) => queries.messagesOfUser('ada', collection, before, 50)),
  ),
  countedMessagesOfUser: COLLECTIONS.flatMap((collection) =>
    [null, 'Ada'].map((name) => queries.countedMessagesOfUser('ada', collection, name)),
  ),
  undeliveredMessages: [queries.undeliveredMessages(new Date(0), 50)],
  stagedUploads: [queries.stagedUploads(50)],
  heldClaimsOfUser: [queries.heldClaimsOfUser('ada')],
  profilesNamedSince: [queries.profilesNamedSince(new Date(0), 50)],
  deletionsUntouchedSince: [queries.deletionsUntouchedSince(new Date(0), 50)],
  exportsExpiredBy: [queries.exportsExpiredBy(new Date(0), 50)],
} satisfies Record<keyof typeof queries, QuerySpec[]>;

/** The emulator answers without an index; production does not. */
function hasIndex({ collection, filters, orderBy }: QuerySpec): boolean {
  const filtered = filters
    .filter(({ operator }) => operator === '==' || operator === 'in')
    .map(({ field }) => field);
  // What a range is about comes first in the order, so the order says it.
  const ordered = orderBy.filter(({ field }) => !filtered.includes(field));
  const fields = [...filtered, ...ordered.map(({ field }) => field)];
  // Firestore merges the single-field indexes of equalities.
  const needsNone = fields.length < 2 || ordered.length === 0;
  if (needsNone) return fields.every((field) => !isExempt(collection, field));
  return deployed.indexes.some(({ collectionGroup, queryScope, fields }) => {
    const first = fields.slice(0, filtered.length).map(({ fieldPath }) => fieldPath);
    const last = fields.slice(filtered.length).map(({ fieldPath, order }) => [fieldPath, order]);
    return (
      collectionGroup === collection &&
      queryScope === 'COLLECTION' &&
      JSON.stringify(first.toSorted()) === JSON.stringify(filtered.toSorted()) &&
      JSON.stringify(last) ===
        JSON.stringify(
          ordered.map(({ field, direction }) => [
            field,
            direction === 'asc' ? 'ASCENDING' : 'DESCENDING',
          ]),
        )
    );
  });
}

function isExempt(collection: string, field: string): boolean {
  return deployed.fieldOverrides.some(
    ({ collectionGroup, fieldPath, indexes }) =>
      collectionGroup === collection && fieldPath === field && indexes.length === 0,
  );
}

test.each(Object.entries(SAMPLES))('[IX1] %s has its index', (_, specs) => {
  expect(specs.filter((spec) => !hasIndex(spec))).toEqual([]);
});

test('[IX1] a query without an index is found', () => {
  const spec = queries.newestMessages(50);
  expect(hasIndex({ ...spec, orderBy: [{ field: 'createdAt', direction: 'asc' }] })).toBe(false);
  expect(hasIndex({ ...spec, filters: [] })).toBe(false);
});

test.each([
  [MESSAGES, 'shard'],
  [MESSAGES, 'createdAt'],
  [MESSAGES, 'text'],
  [MESSAGES, 'attachments'],
  [UPLOADS, 'bytes'],
  // It rises with each message of anybody, as `createdAt` does.
  [SENDERS, 'updatedAt'],
])('[IX1] %s.%s has no index of its own', (collection, field) => {
  expect(isExempt(collection, field)).toBe(true);
});
