import { USERNAME_MAX_CHARS, USERNAME_MIN_CHARS } from './limits.ts';
import { RESERVED_USERNAMES } from './reserved-usernames.ts';

export type UsernameProblem = 'too-short' | 'too-long' | 'characters' | 'reserved';

/** Two usernames with the same key are the same username. */
export function usernameKeyFrom(username: string): string {
  return username.toLowerCase();
}

export function validateUsername(username: string): UsernameProblem | null {
  if (username.length < USERNAME_MIN_CHARS) return 'too-short';
  if (username.length > USERNAME_MAX_CHARS) return 'too-long';
  if (!/^[A-Za-z0-9_]+$/.test(username)) return 'characters';
  if (RESERVED_USERNAMES.includes(usernameKeyFrom(username))) return 'reserved';
  // Firestore keeps such document ids to itself.
  if (/^__.*__$/.test(username)) return 'reserved';
  return null;
}
