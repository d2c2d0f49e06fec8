import type { BrowserContextOptions } from '@playwright/test';
import { PASSWORD, type Account } from './create-account.ts';

export interface SignedInPlaces {
  readonly url: string;
  /** Of the Auth emulator. */
  readonly authHost: string;
}

/**
 * What a browser keeps of somebody who has signed in: a context that begins with it begins in the
 * room. Auth of the SDK finds it in localStorage, and moves it to where it keeps it.
 */
export async function signedInState(
  { email, uid }: Account,
  { url, authHost }: SignedInPlaces,
): Promise<NonNullable<BrowserContextOptions['storageState']>> {
  const { apiKey } = (await fetchJson(`${url}/__/firebase/init.json`)) as { apiKey: string };
  const { idToken, refreshToken, expiresIn } = (await fetchJson(
    `http://${authHost}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=${apiKey}`,
    { email, password: PASSWORD, returnSecureToken: true },
  )) as { idToken: string; refreshToken: string; expiresIn: string };
  const user = {
    uid,
    email,
    emailVerified: false,
    isAnonymous: false,
    providerData: [],
    stsTokenManager: {
      accessToken: idToken,
      refreshToken,
      expirationTime: Date.now() + Number(expiresIn) * 1_000,
    },
    apiKey,
    appName: '[DEFAULT]',
  };
  const name = `firebase:authUser:${apiKey}:[DEFAULT]`;
  return {
    cookies: [],
    origins: [{ origin: url, localStorage: [{ name, value: JSON.stringify(user) }] }],
  };
}

async function fetchJson(url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(
    url,
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
  );
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.json();
}
