import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import type { FormState } from '../ui/use-form.ts';
import { FormHeading } from './form-heading.tsx';

export interface AccountFormProps {
  readonly form: FormState;
  readonly title: string;
  readonly explanation?: string;
  readonly submitLabel: string;
  /** The fields. */
  readonly children: ReactNode;
}

export function AccountForm({ form, title, explanation, submitLabel, children }: AccountFormProps) {
  return (
    <>
      <FormHeading>{title}</FormHeading>
      {explanation !== undefined && <p>{explanation}</p>}
      <Form
        form={form}
        buttons={
          <Button type="submit" busy={form.isBusy}>
            {submitLabel}
          </Button>
        }
      >
        {children}
      </Form>
    </>
  );
}
