import { t } from '../i18n/t.ts';
import { TextField } from '../ui/text-field.tsx';

export interface EmailFieldProps {
  readonly email: string;
  readonly onEmailChange: (email: string) => void;
  readonly readOnly?: boolean;
  readonly error: string | undefined;
}

/** What is typed outlives the form: the next one begins with it. */
export function EmailField({ email, onEmailChange, readOnly = false, error }: EmailFieldProps) {
  return (
    <TextField
      label={t('field.email')}
      name="email"
      type="email"
      autoComplete="email"
      value={email}
      onChange={(event) => onEmailChange(event.target.value)}
      readOnly={readOnly}
      error={error}
    />
  );
}
