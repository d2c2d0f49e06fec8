import { useState } from 'react';
import { sendPasswordReset } from '../firebase/auth.ts';
import { authProblemFrom } from '../firebase/auth-problem.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { authErrors, emailError } from '../people/field-errors.ts';
import { FormHeading } from './form-heading.tsx';
import { SIGN_IN } from './sign-in-addresses.ts';
import { fieldValue, useForm } from '../ui/use-form.ts';

export interface ResetPasswordFormProps {
  readonly email: string;
  readonly onEmailChange: (email: string) => void;
}

/** The answer is the same whether or not there is an account. */
export function ResetPasswordForm({ email, onEmailChange }: ResetPasswordFormProps) {
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm(async (values) => {
    const address = fieldValue(values, 'email').trim();
    const error = emailError(address);
    if (error !== undefined) return { email: error };
    try {
      await sendPasswordReset(address);
      setSentTo(address);
      return {};
    } catch (problem) {
      return authErrors(authProblemFrom(problem));
    }
  });
  return (
    <>
      <FormHeading>{t('resetPassword.title')}</FormHeading>
      <p>{t('resetPassword.how')}</p>
      <Form
        form={form}
        buttons={
          <Button type="submit" busy={form.isBusy}>
            {t('resetPassword.submit')}
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
      </Form>
      <p role="status">{sentTo !== undefined && t('resetPassword.sent', { email: sentTo })}</p>
      <p>
        <a href={`#${SIGN_IN}`}>{t('signUp.toSignIn')}</a>
      </p>
    </>
  );
}
