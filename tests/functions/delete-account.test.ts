import { randomUUID } from 'node:crypto';
import { getAuth } from 'firebase-admin/auth';
import { Timestamp, type DocumentData } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { RECENT_SIGN_IN_REQUIRED, type AccountDeletion } from '@plaza/shared/api';
import { PAGE_MAX_MESSAGES, RECENT_SIGN_IN_MS } from '@plaza/shared/limits';
import {
  ARCHIVE,
  deletionPath,
  exportPath,
  MESSAGES,
  quotaPath,
  senderPath,
  userPath,
  usernamePath,
} from '@plaza/shared/paths';
import { deleteAccount, type AccountBackend } from '../../functions/src/account/delete-account.ts';
import { moveToArchive, untilDelivered } from './messages.ts';
import { DeathError, mortalBackend } from './mortal-backend.ts';
import { call, signedInBefore, signUp, writeMessages, writeProfile } from './people.ts';
import { photo } from './photo.ts';
import { deployedProject, quietProject } from './projects.ts';
import { objectsOf } from './stored-objects.ts';

const deployed = deployedProject();
const quiet = quietProject();
const { db } = quiet;
const mortal = mortalBackend(quietProject());

const NO_AUTH = { deleteUser: () => Promise.resolve() };
const account: AccountBackend = { ...quiet, auth: NO_AUTH };

async function callUntilDone(token: string): Promise<AccountDeletion> {
  for (;;) {
    const { status, result } = await call('deleteAccount', token);
    expect(status).toBe(200);
    const progress = result as AccountDeletion;
    if (progress.done) return progress;
  }
}

async function read(path: string, from = db): Promise<DocumentData | undefined> {
  return (await from.doc(path).get()).data();
}

/** Messages of somebody, wherever they are. */
async function messagesLeft(uid: string, from = db): Promise<number> {
  const found = await Promise.all(
    [MESSAGES, ARCHIVE].map((name) => from.collection(name).where('uid', '==', uid).get()),
  );
  return found.reduce((sum, { size }) => sum + size, 0);
}

test('[FN22] an account goes with all that belongs to it, and its names stay held', async () => {
  const { db } = deployed;
  const person = await signUp();
  const { uid } = person;
  const [held, released] = await writeProfile(db, uid);
  const [withImage = ''] = await writeMessages(db, 1, { uid, images: [await photo()] });
  await untilDelivered(db, withImage);
  const [archived = ''] = await writeMessages(db, 3, { uid, status: 'delivered' });
  await moveToArchive(db, archived);
  const claimed = await read(usernamePath(released), db);

  expect(await callUntilDone(person.token)).toEqual({
    done: true,
    deletedMessages: 4,
    remainingMessages: 0,
  });

  expect(await messagesLeft(uid, db)).toBe(0);
  for (const path of [userPath(uid), senderPath(uid), quotaPath(uid)]) {
    expect(await read(path, db)).toBeUndefined();
  }
  const claim = await read(usernamePath(held), db);
  expect(claim).toMatchObject({ uid });
  expect(claim?.['releasedAt']).not.toBeNull();
  expect(await read(usernamePath(released), db)).toEqual(claimed);
  await expect(getAuth(deployed.app).getUser(uid)).rejects.toThrow('no user record');
  await expect.poll(() => objectsOf(deployed, withImage), { timeout: 50_000 }).toEqual([]);
}, 90_000);

test('[FN22] the held name is released, however many were held before', async () => {
  const uid = randomUUID();
  const [held] = await writeProfile(db, uid);
  const time = Timestamp.fromMillis(1_000);
  const batch = db.batch();
  for (let index = 0; index < PAGE_MAX_MESSAGES; index += 1) {
    // Before the held one in the order of the names.
    const claim = db.doc(usernamePath(`a${randomUUID()}`));
    batch.create(claim, { uid, claimedAt: time, releasedAt: time });
  }
  await batch.commit();
  expect(await deleteAccount(account, uid, 10_000)).toMatchObject({ done: true });
  expect((await read(usernamePath(held)))?.['releasedAt']).not.toBeNull();
});

test('[FN23] who signed in long ago is asked to do so again, and nothing is deleted', async () => {
  const { db } = deployed;
  const person = await signUp();
  await writeProfile(db, person.uid);
  const old = signedInBefore(person, RECENT_SIGN_IN_MS + 5_000);
  expect(await call('deleteAccount', old)).toMatchObject({
    error: { status: 'FAILED_PRECONDITION', details: { reason: RECENT_SIGN_IN_REQUIRED } },
  });
  expect(await read(userPath(person.uid), db)).toBeDefined();
  expect(await call('deleteAccount', null)).toMatchObject({ error: { status: 'UNAUTHENTICATED' } });
  expect(await call('deleteAccount', person.token, 'x'.repeat(2_000))).toMatchObject({
    error: { status: 'INVALID_ARGUMENT' },
  });

  await callUntilDone(person.token);
  // Who has begun may ask until it is done, however long that takes.
  expect(await call('deleteAccount', old)).toMatchObject({ result: { done: true } });
});

test('[FN24] a call does what fits its time, and says how much is left', async () => {
  const uid = randomUUID();
  await writeProfile(db, uid);
  const batch = db.batch();
  for (let index = 0; index < 450; index += 1) {
    const message = { uid, createdAt: new Date(index), attachments: [] };
    batch.create(db.collection(MESSAGES).doc(), message);
  }
  await batch.commit();
  const steps = [];
  for (let done = false; !done;) {
    const progress = await deleteAccount(account, uid, -1);
    steps.push(progress);
    done = progress.done;
  }
  expect(steps).toEqual([
    { done: false, deletedMessages: 200, remainingMessages: 250 },
    { done: false, deletedMessages: 400, remainingMessages: 50 },
    { done: false, deletedMessages: 450, remainingMessages: 0 },
    { done: true, deletedMessages: 450, remainingMessages: 0 },
  ]);
});

test.each(['before', 'after'] as const)(
  '[FN25] a deletion that dies %s any of its requests goes on from there',
  async (moment) => {
    let deaths = 0;
    for (let isDead = true; isDead; deaths += 1) {
      const uid = randomUUID();
      const [held] = await writeProfile(db, uid);
      await writeMessages(db, 2, { uid, status: 'delivered' });
      mortal.dieAt(deaths + 1, moment);
      isDead = await deleteAccount({ ...mortal, auth: NO_AUTH }, uid, 10_000).then(
        () => false,
        (error: unknown) => error instanceof DeathError,
      );
      mortal.revive();
      expect(await deleteAccount(account, uid, 10_000)).toMatchObject({ done: true });
      expect(await messagesLeft(uid)).toBe(0);
      expect(await read(userPath(uid))).toBeUndefined();
      expect(await read(senderPath(uid))).toBeUndefined();
      expect((await read(usernamePath(held)))?.['releasedAt']).not.toBeNull();
      expect((await read(deletionPath(uid)))?.['finishedAt']).not.toBeNull();
    }
    expect(deaths).toBeGreaterThan(8);
  },
  60_000,
);

test('[FN25] the Auth user goes last, and being gone already is fine', async () => {
  const uid = randomUUID();
  const [held] = await writeProfile(db, uid);
  await writeMessages(db, 2, { uid, status: 'delivered' });
  await Promise.all([quotaPath, exportPath].map((pathOf) => db.doc(pathOf(uid)).create({ uid })));
  const failing = {
    async deleteUser() {
      expect(await messagesLeft(uid)).toBe(0);
      for (const pathOf of [userPath, senderPath, quotaPath, exportPath])
        expect(await read(pathOf(uid))).toBeUndefined();
      expect((await read(usernamePath(held)))?.['releasedAt']).not.toBeNull();
      throw new Error('Auth is down.');
    },
  };
  await expect(deleteAccount({ ...account, auth: failing }, uid, 10_000)).rejects.toThrow(
    'Auth is down.',
  );
  const gone = Object.assign(new Error('Gone.'), { code: 'auth/user-not-found' });
  const absent = { deleteUser: () => Promise.reject(gone) };
  expect(await deleteAccount({ ...account, auth: absent }, uid, 10_000)).toMatchObject({
    done: true,
  });
});
