import { AccountMenu } from '../account/account-menu.tsx';
import { Room } from '../room/room.tsx';
import { LoadingPage } from '../ui/loading-page.tsx';
import { useOutbox } from './use-outbox.ts';

export interface MemberProps {
  readonly uid: string;
  readonly username: string;
}

/** What somebody with a username sees. */
export function Member({ uid, username }: MemberProps) {
  const outbox = useOutbox(uid, username);
  if (outbox === null) return <LoadingPage />;
  return (
    <Room
      uid={uid}
      username={username}
      outbox={outbox}
      accountMenu={<AccountMenu username={username} />}
    />
  );
}
