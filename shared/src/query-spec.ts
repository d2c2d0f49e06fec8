import { PAGE_MAX_MESSAGES, SHARD_COUNT } from './limits.ts';
import { ARCHIVE, DELETIONS, EXPORTS, MESSAGES, UPLOADS, USERNAMES, USERS } from './paths.ts';
import type { Timestamp } from './timestamp.ts';

/** A query as data, so that one test can hold every query against `firestore.indexes.json`. */
export interface QuerySpec {
  readonly collection: string;
  /** All collections of that name, below whichever document. */
  readonly isGroup?: true;
  readonly filters: readonly QueryFilter[];
  readonly orderBy: readonly { readonly field: string; readonly direction: 'asc' | 'desc' }[];
  readonly limit: number;
  /** Where the page before ended; the order is then by document id too, so that no two are equal. */
  readonly startAfter?: MessageCursor;
}

export interface QueryFilter {
  readonly field: string;
  readonly operator: '==' | 'in' | '<' | '>';
  readonly value: string | Date | readonly number[] | null;
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

/** Where `messages/` ends the archive goes on, newest first, from its first page on or before `before`. */
export function archivedMessages(before: MessageCursor | null, limit: number): QuerySpec {
  return {
    collection: ARCHIVE,
    filters: [],
    orderBy: [{ field: 'createdAt', direction: 'desc' }],
    limit: Math.min(limit, PAGE_MAX_MESSAGES),
    ...(before === null ? {} : { startAfter: before }),
  };
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

// What follows is asked by the backend only.

/** Counting ends here: it is billed by the thousand. */
const COUNT_MAX = 1_000_000;

/** To be counted, not read: one person's messages, or those of them that carry a certain name. */
export function countedMessagesOfUser(
  uid: string,
  collection: typeof MESSAGES | typeof ARCHIVE,
  username: string | null,
): QuerySpec {
  const isNamed = { field: 'username', operator: '==', value: username ?? '' } as const;
  return {
    collection,
    filters: [
      { field: 'uid', operator: '==', value: uid },
      ...(username === null ? [] : [isNamed]),
    ],
    orderBy: [],
    limit: COUNT_MAX,
  };
}

/** Messages that were sent before a time and are not delivered, the oldest first. */
export function undeliveredMessages(before: Date, limit: number): QuerySpec {
  return {
    collection: MESSAGES,
    filters: [
      { field: 'shard', operator: 'in', value: SHARDS },
      { field: 'status', operator: '==', value: 'sent' },
      { field: 'createdAt', operator: '<', value: before },
    ],
    orderBy: [{ field: 'createdAt', direction: 'asc' }],
    limit,
  };
}

/** Uploads of all messages. There are few: those that the pipeline is working on, and what was left over. */
export function stagedUploads(limit: number): QuerySpec {
  return { collection: UPLOADS, isGroup: true, filters: [], orderBy: [], limit };
}

/** Without those that a rename has released: of them there may be any number. */
export function heldClaimsOfUser(uid: string): QuerySpec {
  const filters = [
    { field: 'uid', operator: '==', value: uid },
    { field: 'releasedAt', operator: '==', value: null },
  ] as const;
  return { collection: USERNAMES, filters, orderBy: [], limit: PAGE_MAX_MESSAGES };
}

/** Profiles with a rename, or a sign-up, since a time. */
export function profilesNamedSince(since: Date, limit: number): QuerySpec {
  return olderOrNewer(USERS, 'renamedAt', '>', since, limit);
}

export function deletionsUntouchedSince(before: Date, limit: number): QuerySpec {
  return olderOrNewer(DELETIONS, 'updatedAt', '<', before, limit);
}

export function exportsExpiredBy(before: Date, limit: number): QuerySpec {
  return olderOrNewer(EXPORTS, 'expiresAt', '<', before, limit);
}

function olderOrNewer(
  collection: string,
  field: string,
  operator: '<' | '>',
  value: Date,
  limit: number,
): QuerySpec {
  return {
    collection,
    filters: [{ field, operator, value }],
    orderBy: [{ field, direction: 'asc' }],
    limit,
  };
}
