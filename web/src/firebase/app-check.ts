import type { FirebaseApp } from 'firebase/app';
import type { AppCheck } from 'firebase/app-check';
import { APP_CHECK_SITE_KEY } from './app-check-key.ts';

let appCheck: AppCheck | null = null;

/**
 * Has each request prove that it comes from this client, if a site key is set. To be called before
 * any request. What it needs may be blocked: the server then refuses, and the outbox says why.
 */
export async function startAppCheck(app: FirebaseApp): Promise<void> {
  if (APP_CHECK_SITE_KEY === '') return;
  try {
    const { initializeAppCheck, ReCaptchaEnterpriseProvider } = await import('firebase/app-check');
    appCheck = initializeAppCheck(app, {
      provider: new ReCaptchaEnterpriseProvider(APP_CHECK_SITE_KEY),
      isTokenAutoRefreshEnabled: true,
    });
  } catch {
    // Without tokens everything works as long as they are not enforced.
  }
}

/** Whether this browser fails to prove that it is genuine; never without a site key. */
export async function hasAppCheckTrouble(): Promise<boolean> {
  return APP_CHECK_SITE_KEY !== '' && appCheck !== null && (await readToken(appCheck)) === null;
}

/** By this a callable function knows the client; none without a site key. */
export async function appCheckHeader(): Promise<Record<string, string>> {
  return APP_CHECK_SITE_KEY !== '' && appCheck !== null ? headerFrom(appCheck) : {};
}

/** Without a token it is empty: a function may not ask for one. */
export async function headerFrom(started: AppCheck): Promise<Record<string, string>> {
  const token = await readToken(started);
  return token === null ? {} : { 'X-Firebase-AppCheck': token };
}

async function readToken(started: AppCheck): Promise<string | null> {
  try {
    const { getToken } = await import('firebase/app-check');
    return (await getToken(started)).token;
  } catch {
    return null;
  }
}
