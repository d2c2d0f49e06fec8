import { endDeletion } from '../account/deletion-mark.ts';
import { signOut } from '../firebase/auth.ts';
import { clearDevice } from '../platform/clear-device.ts';

/** What this device keeps of the person goes, also what was not sent. Starts anew at an address. */
export async function leaveAccount(uid: string, hash: string): Promise<void> {
  // By way of the room, which has all of it: a second way in would cut the room's file in two.
  await import('./member.tsx').then(({ forgetPerson }) => forgetPerson(uid)).catch(() => {});
  await signOut();
  endDeletion(uid);
  clearDevice(`uid:${uid}`, hash);
}
