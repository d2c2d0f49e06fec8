import { deleteApp, initializeApp, type FirebaseApp } from 'firebase/app';
import {
  CustomProvider,
  initializeAppCheck,
  type AppCheck,
  type AppCheckToken,
} from 'firebase/app-check';
import { afterEach, expect, test } from 'vitest';
import { appCheckHeader, headerFrom } from './app-check.ts';

let app: FirebaseApp | undefined;
afterEach(async () => {
  if (app !== undefined) await deleteApp(app);
});

function appCheckOf(getToken: () => Promise<AppCheckToken>): AppCheck {
  app = initializeApp({ projectId: 'demo-plaza', appId: '1:1:web:1', apiKey: 'none' });
  return initializeAppCheck(app, {
    provider: new CustomProvider({ getToken }),
    isTokenAutoRefreshEnabled: false,
  });
}

test('[AC25] a call carries the token of App Check where that is on', async () => {
  const appCheck = appCheckOf(() =>
    Promise.resolve({ token: 'a.b.c', expireTimeMillis: Date.now() + 3_600_000 }),
  );
  expect(await headerFrom(appCheck)).toEqual({ 'X-Firebase-AppCheck': 'a.b.c' });
});

test('[AC25] a call without a token says nothing of App Check', async () => {
  expect(await appCheckHeader()).toEqual({});
  const appCheck = appCheckOf(() => Promise.reject(new Error('blocked')));
  expect(await headerFrom(appCheck)).toEqual({});
});
