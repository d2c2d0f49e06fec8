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
  if (appCheck === null) return false;
  try {
    const { getToken } = await import('firebase/app-check');
    await getToken(appCheck);
    return false;
  } catch {
    return true;
  }
}
