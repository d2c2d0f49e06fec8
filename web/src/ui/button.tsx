import type { ComponentProps } from 'react';
import styles from './button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: 'primary' | 'quiet' | 'danger' | 'link';
  /** Work is under way: the button keeps its focus and does nothing. */
  readonly busy?: boolean;
}

export function Button({
  variant = 'primary',
  busy = false,
  type = 'button',
  ...props
}: ButtonProps) {
  return (
    <button
      {...props}
      type={type === 'submit' ? 'submit' : 'button'}
      className={`${styles['button']} ${styles[variant]} ${props.className ?? ''}`}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : props.onClick}
    />
  );
}
