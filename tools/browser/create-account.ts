import type { App } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore, Timestamp } from 'firebase-admin/firestore';
import { senderPath, userPath, usernamePath } from '@plaza/shared/paths';
import { usernameKeyFrom } from '@plaza/shared/username';

export const PASSWORD = 'correct horse battery';

export interface Account {
  readonly uid: string;
  readonly username: string;
  readonly email: string;
}

/** Somebody with a username, as signing up leaves them. */
export async function createAccount(app: App, username: string): Promise<Account> {
  const email = `${username.toLowerCase()}@example.com`;
  const { uid } = await getAuth(app).createUser({ email, password: PASSWORD });
  const db = getFirestore(app);
  const now = Timestamp.now();
  const usernameKey = usernameKeyFrom(username);
  const batch = db.batch();
  batch.create(db.doc(userPath(uid)), {
    username,
    usernameKey,
    previousUsername: null,
    createdAt: now,
    renamedAt: now,
  });
  batch.create(db.doc(usernamePath(usernameKey)), { uid, claimedAt: now, releasedAt: null });
  batch.create(db.doc(senderPath(uid)), {
    count: 0,
    since: now,
    updatedAt: now,
    lastMessageId: '',
    blockedUntil: null,
  });
  await batch.commit();
  return { uid, username, email };
}
