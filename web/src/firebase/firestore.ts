import {
  connectFirestoreEmulator,
  initializeFirestore,
  memoryLocalCache,
  persistentLocalCache,
  persistentMultipleTabManager,
  type Firestore,
} from 'firebase/firestore';
import { canStore } from '../platform/can-store.ts';
import { startFirebase } from './auth.ts';

/** Reading gets slower as the cache grows, and the room needs little of the past. */
const CACHE_BYTES = 10 * 1024 * 1024;

export interface Database {
  readonly db: Firestore;
  /** `memory` where the browser keeps nothing: what is not sent is lost with the page. */
  readonly cache: 'persistent' | 'memory';
}

let opening: Promise<Database> | undefined;

/** Firestore with a cache that all tabs of this browser share. */
export function openDatabase(): Promise<Database> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function open(): Promise<Database> {
  const [{ app, config }, persistent] = await Promise.all([startFirebase(), canStore()]);
  const db = initializeFirestore(app, {
    localCache: persistent
      ? persistentLocalCache({
          tabManager: persistentMultipleTabManager(),
          cacheSizeBytes: CACHE_BYTES,
        })
      : memoryLocalCache(),
  });
  const emulator = config.emulators?.['firestore'];
  if (emulator !== undefined) connectFirestoreEmulator(db, emulator.host, emulator.port);
  return { db, cache: persistent ? 'persistent' : 'memory' };
}
