import type { ReactNode } from 'react';
import { t } from '../i18n/t.ts';
import { Button } from './button.tsx';
import { DialogButtons } from './dialog.tsx';
import { Form } from './form.tsx';
import type { FormState } from './use-form.ts';

export interface DialogFormProps {
  readonly form: FormState;
  readonly submitLabel: string;
  /** It cannot be undone. */
  readonly isDanger?: boolean;
  readonly onCancel: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

export function DialogForm({ form, submitLabel, isDanger, onCancel, children }: DialogFormProps) {
  return (
    <Form
      form={form}
      buttons={
        <DialogButtons>
          <Button variant="quiet" onClick={onCancel}>
            {t('dialog.cancel')}
          </Button>
          <Button
            type="submit"
            variant={isDanger === true ? 'danger' : 'primary'}
            busy={form.isBusy}
          >
            {submitLabel}
          </Button>
        </DialogButtons>
      }
    >
      {children}
    </Form>
  );
}
