import { signIn } from '../firebase/auth.ts';
import { authProblemFrom } from '../firebase/auth-problem.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import { FormError } from '../ui/form-error.tsx';
import { TextField } from '../ui/text-field.tsx';
import { authErrors, emailError, hasErrors, type FieldErrors } from './field-errors.ts';
import styles from './form.module.css';
import { fieldValue, useForm } from './use-form.ts';

export interface SignInFormProps {
  readonly email: string;
  readonly onEmailChange: (email: string) => void;
  readonly onSignUp: () => void;
}

export function SignInForm({ email, onEmailChange, onSignUp }: SignInFormProps) {
  const form = useForm(submitSignIn);
  return (
    <>
      <h1>{t('signIn.title')}</h1>
      <form className={styles['form']} onSubmit={form.onSubmit} noValidate>
        <TextField
          label={t('field.email')}
          name="email"
          type="email"
          autoComplete="email"
          value={email}
          onChange={(event) => onEmailChange(event.target.value)}
          error={form.errors.email}
        />
        <TextField
          label={t('field.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          error={form.errors.password}
        />
        <FormError error={form.errors.form} />
        <Button type="submit" busy={form.isBusy}>
          {t('signIn.submit')}
        </Button>
      </form>
      <p>
        {t('signIn.noAccount')}{' '}
        <Button variant="link" onClick={onSignUp}>
          {t('signIn.toSignUp')}
        </Button>
      </p>
    </>
  );
}

async function submitSignIn(values: FormData): Promise<FieldErrors> {
  const email = fieldValue(values, 'email').trim();
  const password = fieldValue(values, 'password');
  const errors: FieldErrors = {
    email: emailError(email),
    password: password === '' ? t('password.missing') : undefined,
  };
  if (hasErrors(errors)) return errors;
  try {
    await signIn(email, password);
    return {};
  } catch (error) {
    return authErrors(authProblemFrom(error));
  }
}
