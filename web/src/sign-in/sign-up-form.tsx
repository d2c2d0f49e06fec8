import { PASSWORD_MIN_CHARS, USERNAME_MAX_CHARS, USERNAME_MIN_CHARS } from '@plaza/shared/limits';
import { createAccount, signOut } from '../firebase/auth.ts';
import { authProblemFrom } from '../firebase/auth-problem.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import { FormError } from '../ui/form-error.tsx';
import { TextField } from '../ui/text-field.tsx';
import { claimErrors } from './claim-errors.ts';
import {
  authErrors,
  emailError,
  hasErrors,
  newPasswordError,
  usernameError,
  type FieldErrors,
} from './field-errors.ts';
import styles from './form.module.css';
import { fieldValue, useForm } from './use-form.ts';

export interface SignUpFormProps {
  /** Set once the account exists and only its username is missing: it was taken, perhaps. */
  readonly unnamedUid: string | null;
  readonly email: string;
  readonly onEmailChange: (email: string) => void;
  readonly onSignIn: () => void;
}

export function SignUpForm({ unnamedUid, email, onEmailChange, onSignIn }: SignUpFormProps) {
  const hasAccount = unnamedUid !== null;
  const form = useForm((values) => submitSignUp(values, unnamedUid));

  function backToSignIn(): void {
    if (hasAccount) void signOut();
    onSignIn();
  }

  return (
    <>
      <h1>{t('signUp.title')}</h1>
      <form className={styles['form']} onSubmit={form.onSubmit} noValidate>
        <TextField
          label={t('field.email')}
          name="email"
          type="email"
          autoComplete="email"
          value={email}
          onChange={(event) => onEmailChange(event.target.value)}
          readOnly={hasAccount}
          error={form.errors.email}
        />
        <TextField
          label={t('field.password')}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={t('field.passwordHint', { min: PASSWORD_MIN_CHARS })}
          readOnly={hasAccount}
          error={form.errors.password}
        />
        <TextField
          label={t('field.username')}
          name="username"
          autoComplete="nickname"
          autoCapitalize="none"
          spellCheck={false}
          hint={t('field.usernameHint', { min: USERNAME_MIN_CHARS, max: USERNAME_MAX_CHARS })}
          error={form.errors.username}
        />
        <FormError error={form.errors.form} />
        <Button type="submit" busy={form.isBusy}>
          {t('signUp.submit')}
        </Button>
      </form>
      <p>
        <Button variant="link" onClick={backToSignIn}>
          {t('signUp.toSignIn')}
        </Button>
      </p>
    </>
  );
}

/** Creates the account unless an earlier try did, then claims the username. */
async function submitSignUp(values: FormData, unnamedUid: string | null): Promise<FieldErrors> {
  const email = fieldValue(values, 'email').trim();
  const password = fieldValue(values, 'password');
  const username = fieldValue(values, 'username').trim();
  const errors: FieldErrors = {
    email: emailError(email),
    password: newPasswordError(password),
    username: usernameError(username),
  };
  if (hasErrors(errors)) return errors;
  try {
    return await claimErrors(unnamedUid ?? (await createAccount(email, password)), username);
  } catch (error) {
    return authErrors(authProblemFrom(error));
  }
}
