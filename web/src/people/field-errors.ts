import {
  PASSWORD_MAX_CHARS,
  PASSWORD_MIN_CHARS,
  USERNAME_MAX_CHARS,
  USERNAME_MIN_CHARS,
} from '@plaza/shared/limits';
import { isValidEmail } from '@plaza/shared/email';
import { validateUsername } from '@plaza/shared/username';
import type { AuthProblem } from '../firebase/auth-problem.ts';
import { t } from '../i18n/t.ts';
import type { FormErrors } from '../ui/use-form.ts';

export function emailError(email: string): string | undefined {
  return isValidEmail(email) ? undefined : t('email.invalid');
}

export function newPasswordError(password: string): string | undefined {
  if (password.length < PASSWORD_MIN_CHARS) {
    return t('password.tooShort', { min: PASSWORD_MIN_CHARS });
  }
  if (password.length > PASSWORD_MAX_CHARS) {
    return t('password.tooLong', { max: PASSWORD_MAX_CHARS });
  }
  return undefined;
}

export function usernameError(username: string): string | undefined {
  const problem = validateUsername(username);
  if (problem === null) return undefined;
  return t(`username.${problem}`, { min: USERNAME_MIN_CHARS, max: USERNAME_MAX_CHARS });
}

export function authErrors(problem: AuthProblem): FormErrors {
  switch (problem) {
    case 'wrong-credentials':
      return { form: t('signIn.wrong') };
    case 'email-taken':
      return { email: t('email.taken') };
    case 'email-invalid':
      return { email: t('email.invalid') };
    case 'password-weak':
      return { password: t('password.weak') };
    case 'too-many':
      return { form: t('problem.tooMany') };
    case 'disabled':
      return { form: t('problem.disabled') };
    case 'offline':
      return { form: t('problem.offline') };
    case 'unknown':
      return { form: t('problem.unknown') };
  }
}
