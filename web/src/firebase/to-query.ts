import {
  collection,
  limit,
  orderBy,
  query,
  where,
  type Firestore,
  type Query,
} from 'firebase/firestore';
import type { QuerySpec } from '@plaza/shared/query-spec';

export function toQuery(db: Firestore, spec: QuerySpec): Query {
  return query(
    collection(db, spec.collection),
    ...spec.filters.map(({ field, operator, value }) => where(field, operator, value)),
    ...spec.orderBy.map(({ field, direction }) => orderBy(field, direction)),
    limit(spec.limit),
  );
}
