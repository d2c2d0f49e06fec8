import { useEffect, useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { subscribeToLanguage } from '../i18n/language.ts';

/** What stands beside each field, by its name, and `form` for what concerns no single one. */
export type FormErrors = Readonly<Record<string, string | undefined>>;

export interface FormState {
  readonly errors: FormErrors;
  readonly isBusy: boolean;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
}

export function hasErrors(errors: FormErrors): boolean {
  return Object.values(errors).some((error) => error !== undefined);
}

/** The form is about to go: until then it stays busy. */
export const LEAVING = 'leaving';
export type Submitted = FormErrors | typeof LEAVING;

/**
 * Runs `submit` with the fields' values, one at a time, and shows the errors it resolves with. The
 * first field with an error gets the focus.
 */
export function useForm(submit: (values: FormData) => Promise<Submitted>): FormState {
  const [errors, setErrors] = useState<FormErrors>({});
  const [isBusy, setIsBusy] = useState(false);

  // They are sentences of the language before.
  useEffect(() => subscribeToLanguage(() => setErrors({})), []);

  async function run(form: HTMLFormElement): Promise<void> {
    setIsBusy(true);
    // What is wrong again is read out again only if it was gone.
    setErrors({});
    const found = await submit(new FormData(form));
    const isLeaving = found === LEAVING;
    // At once: a busy page may paint before it has rendered, and then no field is marked yet.
    flushSync(() => {
      setIsBusy(isLeaving);
      setErrors(isLeaving ? {} : found);
    });
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!isBusy) void run(event.currentTarget);
  }

  return { errors, isBusy, onSubmit };
}

/** A text field's value. */
export function fieldValue(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === 'string' ? value : '';
}
