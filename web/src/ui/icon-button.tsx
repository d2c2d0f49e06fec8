import type { ComponentProps, ReactNode } from 'react';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** The button's name, which is also shown on hovering. */
  readonly label: string;
  readonly variant?: 'plain' | 'primary';
  /** An icon of lucide-react. */
  readonly children: ReactNode;
}

/** A button that shows an icon alone. */
export function IconButton({ label, variant = 'plain', type, ...props }: IconButtonProps) {
  return (
    <button
      {...props}
      type={type === 'submit' ? 'submit' : 'button'}
      aria-label={label}
      title={label}
      className={`${styles['button']} ${styles[variant] ?? ''} ${props.className ?? ''}`}
    />
  );
}
