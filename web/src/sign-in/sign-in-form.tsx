import { signIn } from '../firebase/auth.ts';
import { authProblemFrom } from '../firebase/auth-problem.ts';
import { t } from '../i18n/t.ts';
import { TextField } from '../ui/text-field.tsx';
import { authErrors, emailError } from '../people/field-errors.ts';
import { RESET_PASSWORD, SIGN_UP } from './sign-in-addresses.ts';
import { AccountForm } from './account-form.tsx';
import { EmailField } from './email-field.tsx';
import {
  fieldValue,
  hasErrors,
  useForm,
  LEAVING,
  type FormErrors,
  type Submitted,
} from '../ui/use-form.ts';

export interface SignInFormProps {
  /** What has just been done, before the account was left. */
  readonly farewell: string | null;
  readonly email: string;
  readonly onEmailChange: (email: string) => void;
}

export function SignInForm({ farewell, email, onEmailChange }: SignInFormProps) {
  const form = useForm(submitSignIn);
  return (
    <>
      {farewell !== null && <p role="status">{farewell}</p>}
      <AccountForm form={form} title={t('signIn.title')} submitLabel={t('signIn.submit')}>
        <EmailField email={email} onEmailChange={onEmailChange} error={form.errors['email']} />
        <TextField
          label={t('field.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          error={form.errors['password']}
        />
      </AccountForm>
      <p>
        {t('signIn.noAccount')} <a href={`#${SIGN_UP}`}>{t('signIn.toSignUp')}</a>
      </p>
      <p>
        <a href={`#${RESET_PASSWORD}`}>{t('signIn.toReset')}</a>
      </p>
    </>
  );
}

async function submitSignIn(values: FormData): Promise<Submitted> {
  const email = fieldValue(values, 'email').trim();
  const password = fieldValue(values, 'password');
  const errors: FormErrors = {
    email: emailError(email),
    password: password === '' ? t('password.missing') : undefined,
  };
  if (hasErrors(errors)) return errors;
  try {
    await signIn(email, password);
    return LEAVING;
  } catch (error) {
    return authErrors(authProblemFrom(error));
  }
}
