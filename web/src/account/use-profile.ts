import { useEffect, useState } from 'react';
import type { UserProfile } from '@plaza/shared/user-profile';
import { fetchProfile } from '../firebase/profile.ts';

/** Undefined until it is known, null when the person has none: the account is deleted. */
export function useProfile(uid: string): UserProfile | null | undefined {
  const [found, setFound] = useState<{ uid: string; profile: UserProfile | null }>();
  useEffect(() => {
    let isStale = false;
    fetchProfile(uid).then(
      (profile) => {
        if (!isStale) setFound({ uid, profile });
      },
      // Without a network nothing is known; the messages say so.
      () => {},
    );
    return () => {
      isStale = true;
    };
  }, [uid]);
  return found?.uid === uid ? found.profile : undefined;
}
