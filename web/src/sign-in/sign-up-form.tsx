import { PASSWORD_MIN_CHARS } from '@plaza/shared/limits';
import { createAccount, signOut } from '../firebase/auth.ts';
import { authProblemFrom } from '../firebase/auth-problem.ts';
import { t } from '../i18n/t.ts';
import { TextField } from '../ui/text-field.tsx';
import { claimErrors } from './claim-errors.ts';
import { authErrors, emailError, newPasswordError, usernameError } from '../people/field-errors.ts';
import { SIGN_IN } from './sign-in-addresses.ts';
import { AccountForm } from './account-form.tsx';
import { EmailField } from './email-field.tsx';
import { UsernameField } from './username-field.tsx';
import { fieldValue, hasErrors, useForm, type FormErrors, type Submitted } from '../ui/use-form.ts';

export interface SignUpFormProps {
  /** Set once the account exists and only its username is missing: it was taken, perhaps. */
  readonly unnamedUid: string | null;
  readonly email: string;
  readonly onEmailChange: (email: string) => void;
}

export function SignUpForm({ unnamedUid, email, onEmailChange }: SignUpFormProps) {
  const hasAccount = unnamedUid !== null;
  const form = useForm((values) => submitSignUp(values, unnamedUid));

  return (
    <>
      <AccountForm form={form} title={t('signUp.title')} submitLabel={t('signUp.submit')}>
        <EmailField
          email={email}
          onEmailChange={onEmailChange}
          readOnly={hasAccount}
          error={form.errors['email']}
        />
        <TextField
          label={t('field.password')}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={t('field.passwordHint', { min: PASSWORD_MIN_CHARS })}
          readOnly={hasAccount}
          error={form.errors['password']}
        />
        <UsernameField error={form.errors['username']} />
      </AccountForm>
      <p>
        <a href={`#${SIGN_IN}`} onClick={hasAccount ? () => void signOut() : undefined}>
          {t('signUp.toSignIn')}
        </a>
      </p>
    </>
  );
}

/** Creates the account unless an earlier try did, then claims the username. */
async function submitSignUp(values: FormData, unnamedUid: string | null): Promise<Submitted> {
  const email = fieldValue(values, 'email').trim();
  const password = fieldValue(values, 'password');
  const username = fieldValue(values, 'username').trim();
  const errors: FormErrors = {
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
