import { FirebaseError, initializeApp, type FirebaseApp } from 'firebase/app';
import {
  browserLocalPersistence,
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  indexedDBLocalPersistence,
  initializeAuth,
  onAuthStateChanged,
  sendPasswordResetEmail,
  signInWithEmailAndPassword,
  signOut as signOutOfAuth,
  type Auth,
} from 'firebase/auth';
import { startAppCheck } from './app-check.ts';
import { loadConfig, type FirebaseConfig } from './config.ts';
import { failSlowRequests } from './fail-slow-requests.ts';

/** Auth asks whether the account is still there before it says who is signed in, for up to 30 s where nothing answers. */
const AUTH_START_PATIENCE_MS = 3_000;

interface Services {
  app: FirebaseApp;
  auth: Auth;
  config: FirebaseConfig;
}

let starting: Promise<Services> | undefined;

/** The Firebase app with Auth. Rejects when the configuration cannot be loaded; the next call tries again. */
export function startFirebase(): Promise<Services> {
  starting ??= loadConfig().then(
    async (config) => {
      const { emulators, ...options } = config;
      const app = initializeApp(options);
      if (emulators === undefined) await startAppCheck(app);
      const endPatience = failSlowRequests(isAuthRequest, AUTH_START_PATIENCE_MS);
      const auth = initializeAuth(app, {
        persistence: [indexedDBLocalPersistence, browserLocalPersistence],
      });
      if (emulators?.['auth'] !== undefined) {
        const { host, port } = emulators['auth'];
        connectAuthEmulator(auth, `http://${host}:${port}`, { disableWarnings: true });
      }
      // Who cannot be asked about stays signed in.
      void auth.authStateReady().then(endPatience);
      return { app, auth, config };
    },
    (error: unknown) => {
      starting = undefined;
      throw error;
    },
  );
  return starting;
}

function isAuthRequest(url: string): boolean {
  return /(identitytoolkit|securetoken)\.googleapis\.com\//.test(url);
}

/** Calls back with the uid of who is signed in, also after a reload, or null. */
export async function subscribeToUid(onUid: (uid: string | null) => void): Promise<() => void> {
  const { auth } = await startFirebase();
  return onAuthStateChanged(auth, (user) => onUid(user?.uid ?? null));
}

/**
 * Creates the account and signs in. Where that has happened already, because what came after it was
 * refused, it resolves with the same uid again.
 * @throws AuthError of the SDK
 */
export async function createAccount(email: string, password: string): Promise<string> {
  const { auth } = await startFirebase();
  const { currentUser } = auth;
  if (currentUser?.email?.toLowerCase() === email.toLowerCase()) return currentUser.uid;
  const { user } = await createUserWithEmailAndPassword(auth, email, password);
  return user.uid;
}

/** @throws AuthError of the SDK */
export async function signIn(email: string, password: string): Promise<void> {
  const { auth } = await startFirebase();
  await signInWithEmailAndPassword(auth, email, password);
}

export async function signOut(): Promise<void> {
  const { auth } = await startFirebase();
  await signOutOfAuth(auth);
}

/**
 * Mails a link that sets a new password, in this language. Resolves likewise when there is no such account: who asks
 * must not learn that.
 * @throws AuthError of the SDK
 */
export async function sendPasswordReset(email: string, language: string): Promise<void> {
  const { auth } = await startFirebase();
  auth.languageCode = language;
  await sendPasswordResetEmail(auth, email).catch((error: unknown) => {
    if (!(error instanceof FirebaseError && error.code === 'auth/user-not-found')) throw error;
  });
}
