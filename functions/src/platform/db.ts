import { getApps, initializeApp } from 'firebase-admin/app';
import { getFirestore, type Firestore } from 'firebase-admin/firestore';

/** The Firestore of the project that the function runs in. */
export function db(): Firestore {
  return getFirestore(getApps()[0] ?? initializeApp());
}
