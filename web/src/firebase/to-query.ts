import {
  collection,
  documentId,
  limit,
  orderBy,
  query,
  startAfter,
  Timestamp,
  where,
  type FieldPath,
  type Firestore,
  type Query,
  type QueryConstraint,
} from 'firebase/firestore';
import type { QuerySpec } from '@plaza/shared/query-spec';
import { constraintsFrom, type QuerySdk } from './constraints-from.ts';

const SDK: QuerySdk<QueryConstraint, FieldPath> = {
  documentId,
  limit,
  orderBy,
  startAfter,
  Timestamp,
  where,
};

export function toQuery(db: Firestore, spec: QuerySpec): Query {
  return query(collection(db, spec.collection), ...constraintsFrom(spec, SDK));
}
