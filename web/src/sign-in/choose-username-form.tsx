import { USERNAME_MAX_CHARS, USERNAME_MIN_CHARS } from '@plaza/shared/limits';
import { signOut } from '../firebase/auth.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { claimErrors } from './claim-errors.ts';
import { usernameError } from '../people/field-errors.ts';
import { FormHeading } from './form-heading.tsx';
import { fieldValue, useForm } from '../ui/use-form.ts';

/** For an account whose claim failed half-way. */
export function ChooseUsernameForm({ uid }: { readonly uid: string }) {
  const form = useForm(async (values) => {
    const username = fieldValue(values, 'username').trim();
    const error = usernameError(username);
    return error === undefined ? claimErrors(uid, username) : { username: error };
  });
  return (
    <>
      <FormHeading>{t('chooseUsername.title')}</FormHeading>
      <p>{t('chooseUsername.why')}</p>
      <Form
        form={form}
        buttons={
          <Button type="submit" busy={form.isBusy}>
            {t('chooseUsername.submit')}
          </Button>
        }
      >
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
        <Button variant="link" onClick={() => void signOut()}>
          {t('account.signOut')}
        </Button>
      </p>
    </>
  );
}
