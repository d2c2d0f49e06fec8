import type { ReactNode } from 'react';
import { FormError } from './form-error.tsx';
import styles from './form.module.css';
import type { FormState } from './use-form.ts';

export interface FormProps {
  readonly form: FormState;
  /** The fields. */
  readonly children: ReactNode;
  /** What submits it. */
  readonly buttons: ReactNode;
}

export function Form({ form, children, buttons }: FormProps) {
  return (
    <form className={styles['form']} onSubmit={form.onSubmit} noValidate>
      {children}
      <FormError error={form.errors['form']} />
      {buttons}
    </form>
  );
}
