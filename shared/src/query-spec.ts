import { PAGE_MAX_MESSAGES, SHARD_COUNT } from './limits.ts';
import { MESSAGES } from './paths.ts';

/** A query as data, so that one test can hold every query against `firestore.indexes.json`. */
export interface QuerySpec {
  readonly collection: string;
  readonly filters: readonly QueryFilter[];
  readonly orderBy: readonly { readonly field: string; readonly direction: 'asc' | 'desc' }[];
  readonly limit: number;
}

export interface QueryFilter {
  readonly field: string;
  readonly operator: '==' | 'in';
  readonly value: string | readonly number[];
}

const SHARDS: readonly number[] = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);

/**
 * Newest first. There is deliberately no lower bound on `createdAt`: a range on it hides a
 * person's own pending messages, whose server time is not known yet.
 */
export function newestMessages(limit: number): QuerySpec {
  return {
    collection: MESSAGES,
    filters: [{ field: 'shard', operator: 'in', value: SHARDS }],
    orderBy: [{ field: 'createdAt', direction: 'desc' }],
    limit: Math.min(limit, PAGE_MAX_MESSAGES),
  };
}
