import { signOut } from '../firebase/auth.ts';
import { t } from '../i18n/t.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';

export function AccountMenu({ username }: { readonly username: string }) {
  return (
    <Menu label={t('account.button')} heading={username}>
      <MenuItem onSelect={() => void signOut()}>{t('account.signOut')}</MenuItem>
    </Menu>
  );
}
