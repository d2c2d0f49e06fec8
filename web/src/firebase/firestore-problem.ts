import { FirebaseError } from 'firebase/app';

/** `refused`: by the rules. */
export type FirestoreProblem = 'refused' | 'offline' | 'unknown';

const PROBLEMS: Readonly<Record<string, FirestoreProblem>> = {
  'deadline-exceeded': 'offline',
  'permission-denied': 'refused',
  unavailable: 'offline',
};

export function firestoreProblemFrom(error: unknown): FirestoreProblem {
  return (error instanceof FirebaseError && PROBLEMS[error.code]) || 'unknown';
}
