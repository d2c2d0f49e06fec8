import { USERNAME_MAX_CHARS, USERNAME_MIN_CHARS } from '@plaza/shared/limits';
import { t } from '../i18n/t.ts';
import { TextField } from '../ui/text-field.tsx';

/** For the first name of an account. */
export function UsernameField({ error }: { readonly error: string | undefined }) {
  return (
    <TextField
      label={t('field.username')}
      name="username"
      autoComplete="nickname"
      autoCapitalize="none"
      spellCheck={false}
      hint={t('field.usernameHint', { min: USERNAME_MIN_CHARS, max: USERNAME_MAX_CHARS })}
      error={error}
    />
  );
}
