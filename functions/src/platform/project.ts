import { getApps, initializeApp, type App } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import type { Backend } from './backend.ts';

export function app(): App {
  return getApps()[0] ?? initializeApp();
}

/** The project that the function runs in. */
export function backend(): Backend {
  return { db: getFirestore(app()), bucket: getStorage(app()).bucket(), now: Date.now };
}
