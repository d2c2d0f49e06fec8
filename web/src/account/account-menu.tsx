import { useState } from 'react';
import type { UserProfile } from '@plaza/shared/user-profile';
import { signOut } from '../firebase/auth.ts';
import { t } from '../i18n/t.ts';
import { MY_MESSAGES } from '../people/panel-address.ts';
import { openHash } from '../platform/location-hash.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { ChangeUsernameDialog } from './change-username-dialog.tsx';

export interface AccountMenuProps {
  readonly uid: string;
  readonly profile: UserProfile;
}

export function AccountMenu({ uid, profile }: AccountMenuProps) {
  const [isRenaming, setIsRenaming] = useState(false);
  return (
    <>
      <Menu label={t('account.button')} heading={profile.username}>
        <MenuItem onSelect={() => setIsRenaming(true)}>{t('rename.title')}</MenuItem>
        <MenuItem onSelect={() => openHash(MY_MESSAGES)}>{t('myMessages.title')}</MenuItem>
        <MenuItem onSelect={() => void signOut()}>{t('account.signOut')}</MenuItem>
      </Menu>
      {isRenaming && (
        <ChangeUsernameDialog uid={uid} profile={profile} onClose={() => setIsRenaming(false)} />
      )}
    </>
  );
}
