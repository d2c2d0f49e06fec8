import { LogOut, MessagesSquare, Settings, UserPen } from 'lucide-react';
import { useState } from 'react';
import type { UserProfile } from '@plaza/shared/user-profile';
import { signOut } from '../firebase/auth.ts';
import { t } from '../i18n/t.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { MY_MESSAGES, SETTINGS } from '../people/panel-address.ts';
import { openHash } from '../platform/location-hash.ts';
import { Avatar } from '../ui/avatar.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { ChangeUsernameDialog } from './change-username-dialog.tsx';
import { useUnsentCount } from './use-unsent-count.ts';

export interface AccountMenuProps {
  readonly uid: string;
  readonly profile: UserProfile;
  readonly outbox: Outbox;
}

export function AccountMenu({ uid, profile, outbox }: AccountMenuProps) {
  const [open, setOpen] = useState<'rename' | 'sign-out'>();
  const unsent = useUnsentCount(outbox);

  function close(): void {
    setOpen(undefined);
  }

  return (
    <>
      <Menu
        label={t('account.button')}
        face={<Avatar uid={uid} username={profile.username} size="small" />}
        heading={profile.username}
      >
        <MenuItem onSelect={() => setOpen('rename')}>
          <UserPen />
          {t('rename.title')}
        </MenuItem>
        <MenuItem onSelect={() => openHash(MY_MESSAGES)}>
          <MessagesSquare />
          {t('myMessages.title')}
        </MenuItem>
        <MenuItem onSelect={() => openHash(SETTINGS)}>
          <Settings />
          {t('settings.title')}
        </MenuItem>
        <MenuItem onSelect={() => (unsent > 0 ? setOpen('sign-out') : void signOut())}>
          <LogOut />
          {t('account.signOut')}
        </MenuItem>
      </Menu>
      {open === 'rename' && <ChangeUsernameDialog uid={uid} profile={profile} onClose={close} />}
      {open === 'sign-out' && (
        <ConfirmDialog
          title={t('signOut.title')}
          text={t(outbox.getKept() === 'disk' ? 'signOut.kept' : 'signOut.lost', { count: unsent })}
          confirmLabel={t('account.signOut')}
          onConfirm={() => void signOut()}
          onClose={close}
        />
      )}
    </>
  );
}
