import { AccountMenu } from '../account/account-menu.tsx';
import { Room } from '../room/room.tsx';

export interface MemberProps {
  readonly uid: string;
  readonly username: string;
}

/** What somebody with a username sees. */
export function Member({ uid, username }: MemberProps) {
  return <Room uid={uid} username={username} accountMenu={<AccountMenu username={username} />} />;
}
