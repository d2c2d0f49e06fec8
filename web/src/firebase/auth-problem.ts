import { FirebaseError } from 'firebase/app';

export type AuthProblem =
  | 'wrong-credentials'
  | 'email-taken'
  | 'email-invalid'
  | 'password-weak'
  | 'too-many'
  | 'disabled'
  | 'offline'
  | 'unknown';

const PROBLEMS: Readonly<Record<string, AuthProblem>> = {
  'auth/email-already-in-use': 'email-taken',
  'auth/invalid-credential': 'wrong-credentials',
  'auth/invalid-email': 'email-invalid',
  'auth/invalid-login-credentials': 'wrong-credentials',
  'auth/network-request-failed': 'offline',
  'auth/password-does-not-meet-requirements': 'password-weak',
  'auth/too-many-requests': 'too-many',
  'auth/user-disabled': 'disabled',
  'auth/user-not-found': 'wrong-credentials',
  'auth/weak-password': 'password-weak',
  'auth/wrong-password': 'wrong-credentials',
};

export function authProblemFrom(error: unknown): AuthProblem {
  return (error instanceof FirebaseError && PROBLEMS[error.code]) || 'unknown';
}
