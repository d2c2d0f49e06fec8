import type { ReactNode } from 'react';
import { personAddress } from './panel-address.ts';

export interface PersonLinkProps {
  readonly uid: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Opens what this person has written. */
export function PersonLink({ uid, className, children }: PersonLinkProps) {
  return (
    <a href={`#${personAddress(uid)}`} className={className}>
      {children}
    </a>
  );
}
