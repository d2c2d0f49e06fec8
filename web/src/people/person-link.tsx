import type { ReactNode } from 'react';
import { personAddress } from './panel-address.ts';

export interface PersonLinkProps {
  readonly uid: string;
  readonly tabIndex?: number;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Opens what this person has written. */
export function PersonLink({ uid, tabIndex, className, children }: PersonLinkProps) {
  return (
    <a href={`#${personAddress(uid)}`} tabIndex={tabIndex} className={className}>
      {children}
    </a>
  );
}
