import { PASSWORD_MIN_CHARS, USERNAME_MAX_CHARS, USERNAME_MIN_CHARS } from '@plaza/shared/limits';
import { createAccount, signOut } from '../firebase/auth.ts';
import { authProblemFrom } from '../firebase/auth-problem.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { claimErrors } from './claim-errors.ts';
import { authErrors, emailError, newPasswordError, usernameError } from '../people/field-errors.ts';
import { FormHeading } from './form-heading.tsx';
import { SIGN_IN } from './sign-in-addresses.ts';
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
      <FormHeading>{t('signUp.title')}</FormHeading>
      <Form
        form={form}
        buttons={
          <Button type="submit" busy={form.isBusy}>
            {t('signUp.submit')}
          </Button>
        }
      >
        <TextField
          label={t('field.email')}
          name="email"
          type="email"
          autoComplete="email"
          value={email}
          onChange={(event) => onEmailChange(event.target.value)}
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
        <TextField
          label={t('field.username')}
          name="username"
          autoComplete="nickname"
          autoCapitalize="none"
          spellCheck={false}
          hint={t('field.usernameHint', { min: USERNAME_MIN_CHARS, max: USERNAME_MAX_CHARS })}
          error={form.errors['username']}
        />
      </Form>
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
