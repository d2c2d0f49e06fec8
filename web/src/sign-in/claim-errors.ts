import { t } from '../i18n/t.ts';
import type { FormErrors } from '../ui/use-form.ts';

/** Claims the username and tells what to show if that fails. Firestore is loaded only here. */
export async function claimErrors(uid: string, username: string): Promise<FormErrors> {
  try {
    const { claimUsername } = await import('../firebase/profile.ts');
    const outcome = await claimUsername(uid, username);
    return outcome === 'taken' ? { username: t('username.taken') } : {};
  } catch {
    return { form: t(navigator.onLine ? 'problem.unknown' : 'problem.offline') };
  }
}
