import type { UserProfile } from '@plaza/shared/user-profile';
import { subscribeToUid } from '../firebase/auth.ts';

/** Who uses this page. `needs-username`: the account is there, its claim is not. */
export type Session =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'needs-username'; readonly uid: string }
  | { readonly status: 'member'; readonly uid: string; readonly profile: UserProfile };

/**
 * Calls back on each change. Between signing in and knowing the profile the session stays what it
 * was, so that no form disappears under the hands of who fills it in.
 */
export function subscribeToSession(onSession: (session: Session) => void): () => void {
  let ended = false;
  let stopUid = () => {};
  let stopProfile = () => {};
  let currentUid: string | null = null;

  function fail(): void {
    if (!ended) onSession({ status: 'failed' });
  }

  async function followProfile(uid: string): Promise<void> {
    const { subscribeToProfile } = await import('../firebase/profile.ts');
    const stop = await subscribeToProfile(
      uid,
      (profile) => {
        if (profile === null) onSession({ status: 'needs-username', uid });
        else onSession({ status: 'member', uid, profile });
      },
      fail,
    );
    if (ended || currentUid !== uid) stop();
    else stopProfile = stop;
  }

  subscribeToUid((uid) => {
    stopProfile();
    stopProfile = () => {};
    currentUid = uid;
    if (uid === null) onSession({ status: 'signed-out' });
    else followProfile(uid).catch(fail);
  })
    .then((stop) => {
      if (ended) stop();
      else stopUid = stop;
    })
    .catch(fail);

  return () => {
    ended = true;
    stopUid();
    stopProfile();
  };
}
