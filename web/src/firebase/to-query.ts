import {
  collection,
  documentId,
  limit,
  orderBy,
  query,
  startAfter,
  where,
  type Firestore,
  type Query,
} from 'firebase/firestore';
import type { QuerySpec } from '@plaza/shared/query-spec';

export function toQuery(db: Firestore, spec: QuerySpec): Query {
  const filters = spec.filters.map(({ field, operator, value }) => where(field, operator, value));
  const order = spec.orderBy.map(({ field, direction }) => orderBy(field, direction));
  if (spec.startAfter === undefined) {
    return query(collection(db, spec.collection), ...filters, ...order, limit(spec.limit));
  }
  const { createdAt, messageId } = spec.startAfter;
  return query(
    collection(db, spec.collection),
    ...filters,
    ...order,
    orderBy(documentId(), spec.orderBy.at(-1)?.direction ?? 'asc'),
    startAfter(createdAt, messageId),
    limit(spec.limit),
  );
}
