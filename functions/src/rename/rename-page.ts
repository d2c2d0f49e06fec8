import type { Firestore } from 'firebase-admin/firestore';
import { PAGE_MAX_MESSAGES } from '@plaza/shared/limits';
import { userPath } from '@plaza/shared/paths';
import type { UserProfile } from '@plaza/shared/user-profile';
import { pageAt, placeAfter, START, type Place } from '../messages/place.ts';
import { toQuery } from '../platform/to-query.ts';

/** A pass over somebody's messages, as a task carries it. */
export interface RenameTask {
  readonly uid: string;
  /** The profile's `renamedAt`, in milliseconds. A later rename has a pass of its own. */
  readonly renamedAt: number;
  /** Tells it apart from another pass for the same rename. */
  readonly pass: string;
  readonly place: Place;
}

export interface RenamedPage {
  readonly renamed: number;
  /** Null at the end of the pass. */
  readonly next: RenameTask | null;
}

export function firstTask(uid: string, renamedAt: number, pass: string): RenameTask {
  return { uid, renamedAt, pass, place: START };
}

/**
 * Rewrites the name on one page of somebody's messages, newest first, the archive last. A page is
 * one commit, which listeners see as one change.
 *
 * The profile is read in the commit that writes, so what is written is the name of that moment, not
 * of an event: pages may come twice, in any order, late, or beside those of another rename, and
 * each leaves its messages right.
 */
export function renamePage(db: Firestore, task: RenameTask): Promise<RenamedPage> {
  const { uid, renamedAt, place } = task;
  return db.runTransaction(async (transaction) => {
    const snapshot = await transaction.get(db.doc(userPath(uid)));
    const profile = snapshot.data() as UserProfile | undefined;
    if (profile === undefined || profile.renamedAt.toMillis() > renamedAt) {
      return { renamed: 0, next: null };
    }
    const { docs } = await transaction.get(toQuery(db, pageAt(uid, place, PAGE_MAX_MESSAGES)));
    const stale = docs.filter((message) => message.get('username') !== profile.username);
    for (const { ref } of stale) transaction.update(ref, { username: profile.username });
    const next = placeAfter(place, docs, PAGE_MAX_MESSAGES);
    return { renamed: stale.length, next: next && { ...task, place: next } };
  });
}
