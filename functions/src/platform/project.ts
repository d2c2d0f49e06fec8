import { getApps, initializeApp, type App, type AppOptions } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import type { Backend } from './backend.ts';

export function app(): App {
  return getApps()[0] ?? initializeApp(emulatorOptions());
}

/** Without a name for it, the emulated backend would ask the network for its service account. */
function emulatorOptions(): AppOptions | undefined {
  if (process.env['FUNCTIONS_EMULATOR'] !== 'true') return undefined;
  const config = JSON.parse(process.env['FIREBASE_CONFIG'] ?? '{}') as AppOptions;
  return { ...config, serviceAccountId: 'emulator@localhost' };
}

/** The project that the function runs in. */
export function backend(): Backend {
  return { db: getFirestore(app()), bucket: getStorage(app()).bucket(), now: Date.now };
}
