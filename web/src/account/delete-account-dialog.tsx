import { authProblemFrom } from '../firebase/auth-problem.ts';
import { confirmPassword } from '../firebase/account.ts';
import { t } from '../i18n/t.ts';
import { passwordErrors } from '../people/field-errors.ts';
import { DialogForm } from '../ui/dialog-form.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { fieldValue, LEAVING, useForm } from '../ui/use-form.ts';

export interface DeleteAccountDialogProps {
  /** Messages on this device that have not been sent. */
  readonly unsent: number;
  /** Called once the password is right. */
  readonly onConfirmed: () => void;
  readonly onClose: () => void;
}

/** Says what goes, and asks for the password. */
export function DeleteAccountDialog({ unsent, onConfirmed, onClose }: DeleteAccountDialogProps) {
  const form = useForm(async (values) => {
    const password = fieldValue(values, 'password');
    if (password === '') return { password: t('password.missing') };
    try {
      await confirmPassword(password);
      onConfirmed();
      return LEAVING;
    } catch (error) {
      return passwordErrors(authProblemFrom(error));
    }
  });
  return (
    <Dialog
      title={t('deleteAccount.title')}
      description={t('deleteAccount.what')}
      onClose={onClose}
    >
      {unsent > 0 && <p role="alert">{t('deleteAccount.unsent', { count: unsent })}</p>}
      <DialogForm form={form} submitLabel={t('deleteAccount.submit')} isDanger onCancel={onClose}>
        <TextField
          label={t('field.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          hint={t('deleteAccount.why')}
          error={form.errors['password']}
        />
      </DialogForm>
    </Dialog>
  );
}
