import {
  PASSWORD_MAX_CHARS,
  PASSWORD_MIN_CHARS,
  USERNAME_MAX_CHARS,
  USERNAME_MIN_CHARS,
} from '@plaza/shared/limits';
import { isValidEmail } from '@plaza/shared/email';
import { validateUsername } from '@plaza/shared/username';
import type { AuthProblem } from '../firebase/auth-problem.ts';
import type { MessageKey } from '../i18n/en.ts';
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

const SENTENCES: Readonly<Record<AuthProblem, MessageKey>> = {
  'wrong-credentials': 'signIn.wrong',
  'email-taken': 'email.taken',
  'email-invalid': 'email.invalid',
  'password-weak': 'password.weak',
  'too-many': 'problem.tooMany',
  disabled: 'problem.disabled',
  offline: 'problem.offline',
  unknown: 'problem.unknown',
};

export function authSentence(problem: AuthProblem): string {
  return t(SENTENCES[problem]);
}

/** For forms with an e-mail address and a password. */
export function authErrors(problem: AuthProblem): FormErrors {
  const sentence = authSentence(problem);
  if (problem === 'email-taken' || problem === 'email-invalid') return { email: sentence };
  return problem === 'password-weak' ? { password: sentence } : { form: sentence };
}

/** For forms that ask somebody signed in for the password, and perhaps for a new one. */
export function passwordErrors(problem: AuthProblem): FormErrors {
  if (problem === 'wrong-credentials') return { password: t('password.wrong') };
  const sentence = authSentence(problem);
  return problem === 'password-weak' ? { newPassword: sentence } : { form: sentence };
}
