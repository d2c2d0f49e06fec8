import { useEffect } from 'react';
import type { UserProfile } from '@plaza/shared/user-profile';
import { AccountMenu } from '../account/account-menu.tsx';
import { panelFrom } from '../people/panel-address.ts';
import { currentHash, dropHash } from '../platform/location-hash.ts';
import { LightboxHost } from '../room/pictures/lightbox-host.tsx';
import { Room } from '../room/room.tsx';
import { LoadingPage } from '../ui/loading-page.tsx';
import { Panels } from './panels.tsx';
import { useInstallMoment } from './use-install-moment.ts';
import { useKeptStorage } from './use-kept-storage.ts';
import { useOutbox } from './use-outbox.ts';

export { forgetPerson } from './forget-person.ts';

export interface MemberProps {
  readonly uid: string;
  readonly profile: UserProfile;
}

/** What somebody with a username sees. */
export function Member({ uid, profile }: MemberProps) {
  const outbox = useOutbox(uid, profile.username);
  useInstallMoment(outbox);
  useKeptStorage(outbox);
  useEffect(() => {
    // The address of the form that led here.
    if (panelFrom(currentHash()) === null) dropHash();
  }, []);
  if (outbox === null) return <LoadingPage />;
  return (
    <LightboxHost>
      <Room
        uid={uid}
        username={profile.username}
        outbox={outbox}
        accountMenu={<AccountMenu uid={uid} profile={profile} outbox={outbox} />}
      />
      <Panels uid={uid} outbox={outbox} />
    </LightboxHost>
  );
}
