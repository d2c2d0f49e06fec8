import { signOut } from '../firebase/auth.ts';
import { ACCOUNT_DELETED } from '../people/farewell.ts';
import { clearDevice } from '../platform/clear-device.ts';
import { markDeletion } from './deletion-mark.ts';

/** Ends with the farewell. What this device keeps of the person goes. */
export async function leaveAccount(uid: string): Promise<void> {
  await signOut();
  markDeletion('');
  clearDevice(`uid:${uid}`, ACCOUNT_DELETED);
}
