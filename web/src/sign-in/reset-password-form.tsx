import { useState } from 'react';
import { sendPasswordReset } from '../firebase/auth.ts';
import { authProblemFrom } from '../firebase/auth-problem.ts';
import { currentLanguage } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { authErrors, emailError } from '../people/field-errors.ts';
import { SIGN_IN } from './sign-in-addresses.ts';
import { AccountForm } from './account-form.tsx';
import { EmailField } from './email-field.tsx';
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
      await sendPasswordReset(address, currentLanguage());
      setSentTo(address);
      return {};
    } catch (problem) {
      return authErrors(authProblemFrom(problem));
    }
  });
  return (
    <>
      <AccountForm
        form={form}
        title={t('resetPassword.title')}
        explanation={t('resetPassword.how')}
        submitLabel={t('resetPassword.submit')}
      >
        <EmailField email={email} onEmailChange={onEmailChange} error={form.errors['email']} />
      </AccountForm>
      <p role="status">{sentTo !== undefined && t('resetPassword.sent', { email: sentTo })}</p>
      <p>
        <a href={`#${SIGN_IN}`}>{t('signUp.toSignIn')}</a>
      </p>
    </>
  );
}
