import { signOut } from '../firebase/auth.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import { claimErrors } from './claim-errors.ts';
import { usernameError } from '../people/field-errors.ts';
import { AccountForm } from './account-form.tsx';
import { UsernameField } from './username-field.tsx';
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
      <AccountForm
        form={form}
        title={t('chooseUsername.title')}
        explanation={t('chooseUsername.why')}
        submitLabel={t('chooseUsername.submit')}
      >
        <UsernameField error={form.errors['username']} />
      </AccountForm>
      <p>
        <Button variant="link" onClick={() => void signOut()}>
          {t('account.signOut')}
        </Button>
      </p>
    </>
  );
}
