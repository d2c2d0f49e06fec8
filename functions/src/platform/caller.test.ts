import type { CallableRequest } from 'firebase-functions/https';
import { expect, test } from 'vitest';
import { callerOf } from './caller.ts';

/** What somebody's call looks like to a function. */
function callBy(uid: string | null, bytes = 13): CallableRequest {
  const request = {
    auth: uid === null ? undefined : { uid, token: { auth_time: 1_000 } },
    rawRequest: { rawBody: Buffer.alloc(bytes) },
  };
  return request as unknown as CallableRequest;
}

test('[FN33] who calls in a loop is told to wait, and nobody else is', () => {
  for (let calls = 0; calls < 20; calls += 1) {
    expect(callerOf(callBy('loud'))).toEqual({ uid: 'loud', signedInAt: 1_000_000 });
  }
  expect(() => callerOf(callBy('loud'))).toThrow(
    expect.objectContaining({ code: 'resource-exhausted' }),
  );
  expect(callerOf(callBy('quiet'))).toMatchObject({ uid: 'quiet' });
});

test('[FN23] a stranger is refused, and so is somebody who sends more than nothing', () => {
  expect(() => callerOf(callBy(null))).toThrow(
    expect.objectContaining({ code: 'unauthenticated' }),
  );
  expect(callerOf(callBy('ada', 1_000))).toMatchObject({ uid: 'ada' });
  expect(() => callerOf(callBy('ada', 1_001))).toThrow(
    expect.objectContaining({ code: 'invalid-argument' }),
  );
});
