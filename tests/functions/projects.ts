import { deleteApp, initializeApp, type App } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { afterAll } from 'vitest';
import type { Backend } from '../../functions/src/platform/backend.ts';

function open(projectId: string, name?: string): App {
  const app = initializeApp({ projectId, storageBucket: `${projectId}.appspot.com` }, name);
  afterAll(() => deleteApp(app));
  return app;
}

function backendOf(app: App): Backend {
  return { db: getFirestore(app), bucket: getStorage(app).bucket(), now: Date.now };
}

/** The project whose functions run: what is written there triggers them. */
export function deployedProject(): Backend & { app: App } {
  const app = open(process.env['GCLOUD_PROJECT'] ?? '');
  return { app, ...backendOf(app) };
}

let opened = 0;

/** A project without functions: only what the test calls happens. Each call is another connection. */
export function quietProject(projectId = 'demo-quiet'): Backend {
  opened += 1;
  return backendOf(open(projectId, `quiet-${opened}`));
}
