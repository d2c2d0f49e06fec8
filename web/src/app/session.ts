import type { UserProfile } from '@plaza/shared/user-profile';
import { subscribeToUid } from '../firebase/auth.ts';
import { readLocal, removeLocal, writeLocal } from '../platform/local-store.ts';

/**
 * Who uses this page. `needs-username`: the account is there, its claim is not yet; `leaving`: not
 * any more, since the account is being deleted, from another device.
 */
export type Session =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'needs-username' | 'leaving'; readonly uid: string }
  | { readonly status: 'member'; readonly uid: string; readonly profile: UserProfile };

const IN_ROOM = 'plaza.in-room';
/** Between two tries to follow a profile. */
const RETRY_MS = 3_000;

/** Whether this browser had a member signed in last: a guess that needs no network. */
export function wasInRoom(): boolean {
  return readLocal(IN_ROOM) !== null;
}

/** On this device. A profile goes only with its account. */
function wasMember(uid: string): boolean {
  return readLocal(memberKey(uid)) !== null;
}

function noteMember(uid: string): void {
  for (const key of [memberKey(uid), IN_ROOM]) {
    if (readLocal(key) === null) writeLocal(key, 'yes');
  }
}

function memberKey(uid: string): string {
  return `plaza.member.${uid}`;
}

/**
 * Calls back on each change. Between signing in and knowing the profile the session stays what it
 * was, so that no form disappears under the hands of who fills it in; but nobody sees what is
 * somebody else's meanwhile.
 */
export function subscribeToSession(onSession: (session: Session) => void): () => void {
  let ended = false;
  let stopUid = () => {};
  let stopProfile = () => {};
  let currentUid: string | null = null;
  /** Whose profile has been told. */
  let knownUid: string | null = null;

  function fail(): void {
    if (!ended) onSession({ status: 'failed' });
  }

  async function followProfile(uid: string): Promise<void> {
    const { subscribeToProfile } = await import('../firebase/profile.ts');
    const stop = await subscribeToProfile(
      uid,
      (profile) => {
        knownUid = uid;
        if (profile !== null) {
          noteMember(uid);
          onSession({ status: 'member', uid, profile });
        } else {
          onSession({ status: wasMember(uid) ? 'leaving' : 'needs-username', uid });
        }
      },
      () => {
        if (ended || currentUid !== uid) return;
        stopProfile();
        // Who is in the room stays there, as their session may just be on its way out.
        if (knownUid !== uid) fail();
        const timer = setTimeout(() => void followProfile(uid).catch(fail), RETRY_MS);
        stopProfile = () => clearTimeout(timer);
      },
    );
    if (ended || currentUid !== uid) stop();
    else stopProfile = stop;
  }

  subscribeToUid((uid) => {
    stopProfile();
    stopProfile = () => {};
    knownUid = null;
    const isOther = currentUid !== null && currentUid !== uid;
    currentUid = uid;
    if (uid === null) {
      removeLocal(IN_ROOM);
      onSession({ status: 'signed-out' });
      return;
    }
    if (isOther) onSession({ status: 'loading' });
    followProfile(uid).catch(fail);
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
