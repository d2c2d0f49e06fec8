import { FieldPath, type Firestore, type Query } from 'firebase-admin/firestore';
import type { QuerySpec } from '@plaza/shared/query-spec';

export function toQuery(db: Firestore, spec: QuerySpec): Query {
  const { collection, isGroup, filters, orderBy, limit, startAfter } = spec;
  let query: Query = isGroup ? db.collectionGroup(collection) : db.collection(collection);
  for (const { field, operator, value } of filters) query = query.where(field, operator, value);
  for (const { field, direction } of orderBy) query = query.orderBy(field, direction);
  if (startAfter !== undefined) {
    query = query
      .orderBy(FieldPath.documentId(), orderBy.at(-1)?.direction ?? 'asc')
      .startAfter(startAfter.createdAt, startAfter.messageId);
  }
  return query.limit(limit);
}
