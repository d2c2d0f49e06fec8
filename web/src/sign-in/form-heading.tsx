import { useEffect, useRef } from 'react';
import styles from './form-heading.module.css';

/** Takes the focus, so that who comes from another form by keyboard or ear begins here. */
export function FormHeading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles['heading']}>
      {children}
    </h1>
  );
}
