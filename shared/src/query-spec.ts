import { PAGE_MAX_MESSAGES, SHARD_COUNT } from './limits.ts';
import { MESSAGES, type ARCHIVE } from './paths.ts';
import type { Timestamp } from './timestamp.ts';

/** A query as data, so that one test can hold every query against `firestore.indexes.json`. */
export interface QuerySpec {
  readonly collection: string;
  readonly filters: readonly QueryFilter[];
  readonly orderBy: readonly { readonly field: string; readonly direction: 'asc' | 'desc' }[];
  readonly limit: number;
  /** Where the page before ended; the order is then by document id too, so that no two are equal. */
  readonly startAfter?: MessageCursor;
}

export interface QueryFilter {
  readonly field: string;
  readonly operator: '==' | 'in';
  readonly value: string | readonly number[];
}

/** A message's place in the order of the room: the server's time, then the id. */
export interface MessageCursor {
  readonly createdAt: Timestamp;
  readonly messageId: string;
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

/** The page before `before`, newest first. */
export function olderMessages(before: MessageCursor, limit: number): QuerySpec {
  return { ...newestMessages(limit), startAfter: before };
}

/** One person's messages, newest first, from the first page on or from where the last one ended. */
export function messagesOfUser(
  uid: string,
  collection: typeof MESSAGES | typeof ARCHIVE,
  before: MessageCursor | null,
  limit: number,
): QuerySpec {
  return {
    collection,
    filters: [{ field: 'uid', operator: '==', value: uid }],
    orderBy: [{ field: 'createdAt', direction: 'desc' }],
    limit: Math.min(limit, PAGE_MAX_MESSAGES),
    ...(before === null ? {} : { startAfter: before }),
  };
}
