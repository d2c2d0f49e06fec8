import { Timestamp, type QueryDocumentSnapshot } from 'firebase-admin/firestore';
import type { Message } from '@plaza/shared/message';
import { ARCHIVE, MESSAGES } from '@plaza/shared/paths';
import { messagesOfUser, type QuerySpec } from '@plaza/shared/query-spec';

/** How far a walk over all messages of a person has come, as a task can carry it. */
export interface Place {
  readonly collection: typeof MESSAGES | typeof ARCHIVE;
  readonly after: {
    readonly seconds: number;
    readonly nanoseconds: number;
    readonly messageId: string;
  } | null;
}

/** The newest message. The archive comes last: what moves there meanwhile is met there. */
export const START: Place = { collection: MESSAGES, after: null };

/** The page of the person's messages that begins here. */
export function pageAt(uid: string, { collection, after }: Place, limit: number): QuerySpec {
  const before = after && {
    createdAt: new Timestamp(after.seconds, after.nanoseconds),
    messageId: after.messageId,
  };
  return messagesOfUser(uid, collection, before, limit);
}

/** Where the page after the given one begins; null at the end. */
export function placeAfter(
  { collection }: Place,
  page: readonly QueryDocumentSnapshot[],
  limit: number,
): Place | null {
  const last = page.at(-1);
  if (last === undefined || page.length < limit) {
    return collection === MESSAGES ? { collection: ARCHIVE, after: null } : null;
  }
  const { seconds, nanoseconds } = (last.data() as Message).createdAt as Timestamp;
  return { collection, after: { seconds, nanoseconds, messageId: last.id } };
}
