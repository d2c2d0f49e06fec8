import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './skip-button.module.css';

export interface SkipButtonProps {
  /** What gets the focus, as a selector. */
  readonly to: string;
  readonly children: ReactNode;
}

/** The first stop of Tab, seen only then: leads past all that comes before. */
export function SkipButton({ to, children }: SkipButtonProps) {
  return (
    <Button
      className={styles['skip']}
      onClick={() => document.querySelector<HTMLElement>(to)?.focus()}
    >
      {children}
    </Button>
  );
}
