import { signIn } from '../firebase/auth.ts';
import { authProblemFrom } from '../firebase/auth-problem.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { authErrors, emailError } from '../people/field-errors.ts';
import { FormHeading } from './form-heading.tsx';
import { RESET_PASSWORD, SIGN_UP } from './sign-in-addresses.ts';
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
      <FormHeading>{t('signIn.title')}</FormHeading>
      <Form
        form={form}
        buttons={
          <Button type="submit" busy={form.isBusy}>
            {t('signIn.submit')}
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
          error={form.errors['email']}
        />
        <TextField
          label={t('field.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          error={form.errors['password']}
        />
      </Form>
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
