import { USERNAME_HOLD_MS } from '@plaza/shared/limits';
import type { UsernameClaim } from '@plaza/shared/user-profile';

/** `own`: this person holds it, or gave it up and may take it back. */
export type Availability = 'free' | 'own' | 'taken';

/** What a username's claim, or that there is none, says about it. */
export function availabilityOf(
  claim: UsernameClaim | undefined,
  uid: string,
  now: number,
): Availability {
  if (claim === undefined) return 'free';
  if (claim.uid === uid) return 'own';
  const isHeld = claim.releasedAt === null || now < claim.releasedAt.toMillis() + USERNAME_HOLD_MS;
  return isHeld ? 'taken' : 'free';
}
