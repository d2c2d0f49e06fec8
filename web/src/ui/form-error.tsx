import styles from './form-error.module.css';

/** What went wrong with a form as a whole. */
export function FormError({ error }: { readonly error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p role="alert" className={styles['error']}>
      {error}
    </p>
  );
}
