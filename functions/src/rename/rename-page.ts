import { Timestamp, type Firestore } from 'firebase-admin/firestore';
import type { Message } from '@plaza/shared/message';
import { ARCHIVE, MESSAGES, userPath } from '@plaza/shared/paths';
import { messagesOfUser } from '@plaza/shared/query-spec';
import type { UserProfile } from '@plaza/shared/user-profile';
import { toQuery } from '../platform/to-query.ts';

/** How far a pass over somebody's messages has come; what a task carries. */
export interface RenameTask {
  readonly uid: string;
  /** The profile's `renamedAt`, in milliseconds. A later rename has a pass of its own. */
  readonly renamedAt: number;
  /** Tells a pass apart from another over the same messages. */
  readonly pass: string;
  readonly collection: typeof MESSAGES | typeof ARCHIVE;
  readonly after: {
    readonly seconds: number;
    readonly nanoseconds: number;
    readonly messageId: string;
  } | null;
}

/** A page is one commit, which a listener sees as one change. */
export const PAGE_MESSAGES = 100;

export interface RenamedPage {
  readonly renamed: number;
  /** Null at the end of the pass. */
  readonly next: RenameTask | null;
}

export function firstTask(uid: string, renamedAt: number, pass: string): RenameTask {
  return { uid, renamedAt, pass, collection: MESSAGES, after: null };
}

/**
 * Rewrites the name on one page of somebody's messages, newest first, the archive last.
 *
 * The profile is read in the commit that writes, so what is written is the name of that moment, not
 * of an event: pages may come twice, in any order, late, or beside those of another rename, and
 * each leaves its messages right.
 */
export function renamePage(db: Firestore, task: RenameTask): Promise<RenamedPage> {
  const { uid, collection, after } = task;
  return db.runTransaction(async (transaction) => {
    const profile = (await transaction.get(db.doc(userPath(uid)))).data() as
      UserProfile | undefined;
    const isOutdated = profile === undefined || profile.renamedAt.toMillis() > task.renamedAt;
    if (isOutdated) return { renamed: 0, next: null };

    const before = after && {
      createdAt: new Timestamp(after.seconds, after.nanoseconds),
      messageId: after.messageId,
    };
    const spec = messagesOfUser(uid, collection, before, PAGE_MESSAGES);
    const { docs } = await transaction.get(toQuery(db, spec));
    const stale = docs.filter((message) => message.get('username') !== profile.username);
    for (const { ref } of stale) transaction.update(ref, { username: profile.username });
    const last = docs.length < PAGE_MESSAGES ? undefined : docs.at(-1);
    return { renamed: stale.length, next: nextTask(task, last?.id, last?.data() as Message) };
  });
}

function nextTask(task: RenameTask, messageId?: string, last?: Message): RenameTask | null {
  const createdAt = last?.createdAt as Timestamp | undefined;
  if (messageId !== undefined && createdAt !== undefined) {
    const { seconds, nanoseconds } = createdAt;
    return { ...task, after: { seconds, nanoseconds, messageId } };
  }
  return task.collection === MESSAGES ? { ...task, collection: ARCHIVE, after: null } : null;
}
