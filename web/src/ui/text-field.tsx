import { useId, type ComponentProps } from 'react';
import styles from './text-field.module.css';

export interface TextFieldProps extends ComponentProps<'input'> {
  readonly label: string;
  /** Read out with the field, and by itself when it changes. */
  readonly hint?: string | undefined;
  /** Shown beside the field and read out with it. */
  readonly error?: string | undefined;
}

export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  const id = useId();
  const describedBy =
    error !== undefined ? `${id}-error` : hint !== undefined ? `${id}-hint` : undefined;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy}
        className={styles['input']}
      />
      {error !== undefined ? (
        <p id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </p>
      ) : (
        hint !== undefined && (
          <p id={`${id}-hint`} className={styles['hint']} aria-live="polite">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
