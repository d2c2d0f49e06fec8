import {
  EmailAuthProvider,
  reauthenticateWithCredential,
  reload,
  sendEmailVerification,
  updatePassword,
  type User,
} from 'firebase/auth';
import { startFirebase } from './auth.ts';

export interface EmailState {
  readonly email: string;
  readonly isVerified: boolean;
}

async function currentUser(): Promise<User> {
  const { auth } = await startFirebase();
  if (auth.currentUser === null) throw new Error('Nobody is signed in.');
  return auth.currentUser;
}

/** What this device knows of the e-mail address; with `isFresh`, what the server knows. @throws AuthError of the SDK */
export async function readEmail(isFresh: boolean): Promise<EmailState> {
  const user = await currentUser();
  if (isFresh) await reload(user);
  return { email: user.email ?? '', isVerified: user.emailVerified };
}

/** Mails a link that verifies the address, in this language. @throws AuthError of the SDK */
export async function sendVerification(language: string): Promise<void> {
  const { auth } = await startFirebase();
  auth.languageCode = language;
  await sendEmailVerification(await currentUser());
}

/**
 * Proves that it is still the same person: what cannot be undone asks for that.
 * @throws AuthError of the SDK
 */
export async function confirmPassword(password: string): Promise<void> {
  const user = await currentUser();
  const credential = EmailAuthProvider.credential(user.email ?? '', password);
  await reauthenticateWithCredential(user, credential);
}

/** Other devices are signed out by it. @throws AuthError of the SDK */
export async function changePassword(current: string, next: string): Promise<void> {
  await confirmPassword(current);
  await updatePassword(await currentUser(), next);
}

/** For calls of our own backend. @throws AuthError of the SDK */
export async function readIdToken(): Promise<string> {
  return (await currentUser()).getIdToken();
}
