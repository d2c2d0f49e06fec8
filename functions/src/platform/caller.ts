import { HttpsError, type CallableRequest } from 'firebase-functions/https';
import { defineBoolean } from 'firebase-functions/params';
import { tokenBucket } from './token-bucket.ts';

/** One setting, in functions/deployed.env, for all callable functions. */
export const ENFORCE_APP_CHECK = defineBoolean('ENFORCE_APP_CHECK', { default: false });

/** Callable functions here take nothing. */
const BODY_MAX_BYTES = 1_000;

/** A client that waits for an answer asks every two seconds. */
const isLetThrough = tokenBucket(20, 1);

export interface Caller {
  readonly uid: string;
  /** When they entered the password, in milliseconds since 1970. */
  readonly signedInAt: number;
}

/** @throws HttpsError unless somebody signed in asks, briefly and not too often */
export function callerOf({ auth, rawRequest }: CallableRequest): Caller {
  if (auth === undefined) throw new HttpsError('unauthenticated', 'Sign in first.');
  if (rawRequest.rawBody.length > BODY_MAX_BYTES) {
    throw new HttpsError('invalid-argument', 'This function takes no data.');
  }
  if (!isLetThrough(auth.uid, Date.now())) {
    throw new HttpsError('resource-exhausted', 'Wait a few seconds.');
  }
  return { uid: auth.uid, signedInAt: auth.token.auth_time * 1_000 };
}
