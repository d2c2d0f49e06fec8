import { useEffect } from 'react';
import type { UserProfile } from '@plaza/shared/user-profile';
import { AccountMenu } from '../account/account-menu.tsx';
import { dropHash } from '../platform/location-hash.ts';
import { Room } from '../room/room.tsx';
import { LoadingPage } from '../ui/loading-page.tsx';
import { useOutbox } from './use-outbox.ts';

export interface MemberProps {
  readonly uid: string;
  readonly profile: UserProfile;
}

/** What somebody with a username sees. */
export function Member({ uid, profile }: MemberProps) {
  const outbox = useOutbox(uid, profile.username);
  // The address of the form that led here.
  useEffect(dropHash, []);
  if (outbox === null) return <LoadingPage />;
  return (
    <Room
      uid={uid}
      username={profile.username}
      outbox={outbox}
      accountMenu={<AccountMenu uid={uid} profile={profile} />}
    />
  );
}
