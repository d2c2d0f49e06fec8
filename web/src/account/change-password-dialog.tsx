import { useState } from 'react';
import { PASSWORD_MIN_CHARS } from '@plaza/shared/limits';
import { changePassword } from '../firebase/account.ts';
import { authProblemFrom } from '../firebase/auth-problem.ts';
import { t } from '../i18n/t.ts';
import { newPasswordError, passwordErrors } from '../people/field-errors.ts';
import { DialogForm } from '../ui/dialog-form.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DoneDialog } from '../ui/done-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { fieldValue, hasErrors, useForm } from '../ui/use-form.ts';

/** Always asks for the present password, so that nobody changes it who only finds the page open. */
export function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const [isChanged, setIsChanged] = useState(false);
  const form = useForm(async (values) => {
    const password = fieldValue(values, 'password');
    const newPassword = fieldValue(values, 'newPassword');
    const errors = {
      password: password === '' ? t('password.missing') : undefined,
      newPassword: newPasswordError(newPassword),
    };
    if (hasErrors(errors)) return errors;
    try {
      await changePassword(password, newPassword);
      setIsChanged(true);
      return {};
    } catch (error) {
      return passwordErrors(authProblemFrom(error));
    }
  });

  if (isChanged) {
    return (
      <DoneDialog
        title={t('changePassword.title')}
        text={t('changePassword.done')}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog title={t('changePassword.title')} onClose={onClose}>
      <DialogForm form={form} submitLabel={t('changePassword.title')} onCancel={onClose}>
        <TextField
          label={t('changePassword.current')}
          name="password"
          type="password"
          autoComplete="current-password"
          error={form.errors['password']}
        />
        <TextField
          label={t('changePassword.new')}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          hint={t('field.passwordHint', { min: PASSWORD_MIN_CHARS })}
          error={form.errors['newPassword']}
        />
      </DialogForm>
    </Dialog>
  );
}
