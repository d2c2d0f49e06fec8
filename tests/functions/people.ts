import { randomUUID } from 'node:crypto';
import { Timestamp, type Firestore } from 'firebase-admin/firestore';
import { senderPath, userPath, usernamePath } from '@plaza/shared/paths';
import { createMessage, type NewMessage } from './messages.ts';

export interface SignedIn {
  uid: string;
  token: string;
}

async function authRequest(method: string, body: object): Promise<Record<string, string>> {
  const host = process.env['FIREBASE_AUTH_EMULATOR_HOST'] ?? '';
  const url = `http://${host}/identitytoolkit.googleapis.com/v1/accounts:${method}?key=fake`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...body, returnSecureToken: true }),
  });
  return (await response.json()) as Record<string, string>;
}

/** Somebody new, as after signing up in the browser. */
export async function signUp(): Promise<SignedIn> {
  const email = `${randomUUID()}@example.com`;
  const { localId = '', idToken = '' } = await authRequest('signUp', {
    email,
    password: 'correct horse',
  });
  return { uid: localId, token: idToken };
}

/** The same token, but its password was entered that long ago. The emulator checks no signature. */
export function signedInBefore({ token }: SignedIn, ms: number): string {
  const [head = '', body = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { auth_time: number };
  const older = { ...claims, auth_time: claims.auth_time - ms / 1_000 };
  return [head, Buffer.from(JSON.stringify(older)).toString('base64url'), signature].join('.');
}

export interface Called {
  status: number;
  result: unknown;
  error: { status: string; details?: unknown } | undefined;
}

/** Calls a function through Hosting, as the client does. */
export async function call(
  name: string,
  token: string | null,
  data: unknown = null,
): Promise<Called> {
  const response = await fetch(`${process.env['PLAZA_URL']}/api/${name}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token !== null && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ data }),
  });
  const body = (await response.json()) as Pick<Called, 'result' | 'error'>;
  return { status: response.status, result: body.result, error: body.error };
}

/** Profile, two claims (the second released earlier) and the ledger. */
export async function writeProfile(
  db: Firestore,
  uid: string,
): Promise<[held: string, released: string]> {
  const names: [string, string] = [`n${randomUUID()}`, `o${randomUUID()}`];
  const [held, released] = names;
  const time = Timestamp.fromMillis(1_000);
  const batch = db.batch();
  batch.set(db.doc(userPath(uid)), {
    username: held,
    usernameKey: held,
    previousUsername: released,
    createdAt: time,
    renamedAt: time,
  });
  batch.set(db.doc(usernamePath(held)), { uid, claimedAt: time, releasedAt: null });
  batch.set(db.doc(usernamePath(released)), { uid, claimedAt: time, releasedAt: time });
  batch.set(db.doc(senderPath(uid)), {
    count: 0,
    since: time,
    updatedAt: time,
    lastMessageId: '',
    blockedUntil: null,
  });
  await batch.commit();
  return names;
}

/** Messages one after the other; resolves with their ids, the oldest first. */
export async function writeMessages(
  db: Firestore,
  count: number,
  message: NewMessage,
): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push(await createMessage(db, message));
  return ids;
}
