import { t } from '../i18n/t.ts';
import { LEAVING, type Submitted } from '../ui/use-form.ts';

/** Claims the username and tells what to show if that fails. Firestore is loaded only here. */
export async function claimErrors(uid: string, username: string): Promise<Submitted> {
  try {
    const { claimUsername } = await import('../firebase/profile.ts');
    const outcome = await claimUsername(uid, username, Date.now());
    return outcome === 'taken' ? { username: t('username.taken') } : LEAVING;
  } catch {
    return { form: t(navigator.onLine ? 'problem.unknown' : 'problem.offline') };
  }
}
