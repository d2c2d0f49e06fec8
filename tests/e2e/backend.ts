import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { usernamePath, userPath } from '@plaza/shared/paths';
import type { UsernameClaim } from '@plaza/shared/user-profile';
import { usernameKeyFrom } from '@plaza/shared/username';
import { forgetDocuments } from '../../tools/suite/forget-documents.ts';

const projectId = process.env['GCLOUD_PROJECT'] ?? '';
/** The emulated backend past the rules, for what would take days or thousands of clicks. */
export const app = initializeApp({ projectId, storageBucket: `${projectId}.appspot.com` });
export const db = getFirestore(app);

/** Before anybody comes. */
export function forgetEverybody(): Promise<void> {
  return forgetDocuments(process.env);
}

export async function uidOf(username: string): Promise<string> {
  const claim = await db.doc(usernamePath(usernameKeyFrom(username))).get();
  return (claim.data() as UsernameClaim).uid;
}

/** As if the person's last rename had been that long ago. */
export async function ageRename(uid: string, ms: number): Promise<void> {
  await db.doc(userPath(uid)).update({ renamedAt: new Date(Date.now() - ms) });
}
