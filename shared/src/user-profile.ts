import type { Timestamp } from './timestamp.ts';

/** users/{uid} */
export interface UserProfile {
  readonly username: string;
  readonly usernameKey: string;
  /** Messages queued before a rename still carry it. */
  readonly previousUsername: string | null;
  readonly createdAt: Timestamp;
  /** Equal to `createdAt` until the first rename. */
  readonly renamedAt: Timestamp;
}

/** usernames/{usernameKey} */
export interface UsernameClaim {
  readonly uid: string;
  readonly claimedAt: Timestamp;
  readonly releasedAt: Timestamp | null;
}
