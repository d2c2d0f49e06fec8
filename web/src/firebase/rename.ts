import {
  doc,
  getDocFromServer,
  runTransaction,
  serverTimestamp,
  type DocumentReference,
  type Transaction,
} from 'firebase/firestore';
import { RENAME_COOLDOWN_MS } from '@plaza/shared/limits';
import { userPath, usernamePath } from '@plaza/shared/paths';
import type { UsernameClaim, UserProfile } from '@plaza/shared/user-profile';
import { usernameKeyFrom } from '@plaza/shared/username';
import { availabilityOf, type Availability } from './availability.ts';
import { openDatabase } from './firestore.ts';

/** What the server says about a username. @throws FirestoreError */
export async function fetchAvailability(
  uid: string,
  username: string,
  now: number,
): Promise<Availability> {
  const { db } = await openDatabase();
  const claim = await getDocFromServer(doc(db, usernamePath(usernameKeyFrom(username))));
  return availabilityOf(claim.data() as UsernameClaim | undefined, uid, now);
}

/** When the next rename is possible, in milliseconds since 1970; the first one is at any time. */
export function nextRenameAt({ createdAt, renamedAt }: UserProfile): number {
  const isFirst = renamedAt.valueOf() === createdAt.valueOf();
  return isFirst ? 0 : renamedAt.toMillis() + RENAME_COOLDOWN_MS;
}

/**
 * Changes the username in one commit, which fails without a network instead of waiting for it.
 * Messages queued under the old name still go out; the backend rewrites those that are there.
 * @throws FirestoreError `permission-denied` when the last rename is too recent
 */
export async function renameUser(
  uid: string,
  username: string,
  now: number,
): Promise<'renamed' | 'taken'> {
  const { db } = await openDatabase();
  const usernameKey = usernameKeyFrom(username);
  const profileRef = doc(db, userPath(uid));
  return runTransaction(db, async (transaction) => {
    const profile = (await transaction.get(profileRef)).data() as UserProfile;
    // An earlier try was committed, and its answer was lost.
    if (profile.username === username) return 'renamed';
    if (profile.usernameKey !== usernameKey) {
      const claim = doc(db, usernamePath(usernameKey));
      if ((await readAvailability(transaction, claim, uid, now)) === 'taken') return 'taken';
      transaction.set(claim, { uid, claimedAt: serverTimestamp(), releasedAt: null });
      const released = doc(db, usernamePath(profile.usernameKey));
      transaction.update(released, { releasedAt: serverTimestamp() });
    }
    transaction.update(profileRef, {
      username,
      usernameKey,
      previousUsername: profile.username,
      renamedAt: serverTimestamp(),
    });
    return 'renamed';
  });
}

async function readAvailability(
  transaction: Transaction,
  claim: DocumentReference,
  uid: string,
  now: number,
): Promise<Availability> {
  const snapshot = await transaction.get(claim);
  return availabilityOf(snapshot.data() as UsernameClaim | undefined, uid, now);
}
