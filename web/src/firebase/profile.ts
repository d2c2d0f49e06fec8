import {
  doc,
  getDoc,
  onSnapshot,
  runTransaction,
  serverTimestamp,
  type FirestoreError,
} from 'firebase/firestore';
import { senderPath, userPath, usernamePath } from '@plaza/shared/paths';
import type { UsernameClaim, UserProfile } from '@plaza/shared/user-profile';
import { usernameKeyFrom } from '@plaza/shared/username';
import { availabilityOf } from './availability.ts';
import { openDatabase } from './firestore.ts';

/**
 * Calls back with the person's profile, or with null when the server says that there is none yet.
 * A profile that the server has not confirmed is not told.
 */
export async function subscribeToProfile(
  uid: string,
  onProfile: (profile: UserProfile | null) => void,
  onError: (error: FirestoreError) => void,
): Promise<() => void> {
  const { db } = await openDatabase();

  function listen(): () => void {
    return onSnapshot(
      doc(db, userPath(uid)),
      { includeMetadataChanges: true },
      (snapshot) => {
        if (snapshot.metadata.hasPendingWrites) return;
        if (snapshot.exists()) onProfile(snapshot.data() as UserProfile);
        else if (!snapshot.metadata.fromCache) onProfile(null);
      },
      onError,
    );
  }

  let stop = () => {};
  function follow(): void {
    stop();
    stop = isClaiming ? () => {} : listen();
  }
  follow();
  followers.add(follow);
  return () => {
    followers.delete(follow);
    stop();
  };
}

/**
 * An account begins to listen about when its claim is committed. Nobody listens meanwhile: "there is
 * none" would be out of date at once, and the Firestore emulator may never correct it.
 */
const followers = new Set<() => void>();
let isClaiming = false;

function setClaiming(value: boolean): void {
  isClaiming = value;
  for (const follow of followers) follow();
}

/** Somebody's profile, or null without one: the account is deleted. @throws FirestoreError */
export async function fetchProfile(uid: string): Promise<UserProfile | null> {
  const { db } = await openDatabase();
  const snapshot = await getDoc(doc(db, userPath(uid)));
  return (snapshot.data() as UserProfile | undefined) ?? null;
}

/**
 * Claims a username for an account that has none: claim, profile and ledger in one commit, which
 * fails without a network instead of waiting for it.
 * @throws FirestoreError
 */
export async function claimUsername(
  uid: string,
  username: string,
  now: number,
): Promise<'claimed' | 'taken'> {
  const { db } = await openDatabase();
  const usernameKey = usernameKeyFrom(username);
  const claim = doc(db, usernamePath(usernameKey));
  setClaiming(true);
  return runTransaction(db, async (transaction) => {
    const before = (await transaction.get(claim)).data() as UsernameClaim | undefined;
    if (availabilityOf(before, uid, now) === 'taken') return 'taken';
    // An earlier try was committed, and its answer was lost.
    if (before?.uid === uid && before.releasedAt === null) return 'claimed';
    const time = serverTimestamp();
    transaction.set(claim, { uid, claimedAt: time, releasedAt: null });
    transaction.set(doc(db, userPath(uid)), {
      username,
      usernameKey,
      previousUsername: null,
      createdAt: time,
      renamedAt: time,
    });
    transaction.set(doc(db, senderPath(uid)), {
      count: 0,
      since: time,
      updatedAt: time,
      lastMessageId: '',
      blockedUntil: null,
    });
    return 'claimed';
  }).finally(() => setClaiming(false));
}
