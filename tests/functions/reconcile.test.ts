import { randomUUID } from 'node:crypto';
import { Timestamp } from 'firebase-admin/firestore';
import { beforeEach, expect, test } from 'vitest';
import { EXPORT_KEPT_MS } from '@plaza/shared/limits';
import {
  archivePath,
  attachmentObjectPath,
  deletionPath,
  exportFolder,
  messagePath,
  senderPath,
  thumbnailObjectPath,
  uploadPath,
  userPath,
} from '@plaza/shared/paths';
import { deleteAccount, type AccountBackend } from '../../functions/src/account/delete-account.ts';
import { requestExport, type ExportTask } from '../../functions/src/export/data-export.ts';
import { processMessage } from '../../functions/src/messages/process-message.ts';
import { clearUploads } from '../../functions/src/reconcile/clear-uploads.ts';
import { finishDeletions } from '../../functions/src/reconcile/finish-deletions.ts';
import { mendNames } from '../../functions/src/reconcile/mend-names.ts';
import { reconcile } from '../../functions/src/reconcile/reconcile.ts';
import { renameMessages } from '../../functions/src/rename/rename-messages.ts';
import type { RenameTask } from '../../functions/src/rename/rename-page.ts';
import { createMessage, moveToArchive, readMessage } from './messages.ts';
import { writeMessages, writeProfile } from './people.ts';
import { photo } from './photo.ts';
import { quietProject } from './projects.ts';
import { objectsOf, uploadsOf } from './stored-objects.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const NOTHING = { messages: 0, uploads: 0, objects: 0, names: 0, deletions: 0, exports: 0 };

// Of its own: a reconciliation finds what other tests leave behind.
const quiet = quietProject(`demo-reconcile-${randomUUID().slice(0, 8)}`);
const { db, bucket } = quiet;
const later = { ms: 0 };
const backend: AccountBackend = {
  ...quiet,
  now: () => Date.now() + later.ms,
  auth: { deleteUser: () => Promise.resolve() },
};

const rename = (task: RenameTask): Promise<void> =>
  renameMessages(db, task, { now: () => 0, sleep: () => Promise.resolve() }, rename).then(() => {});

const fail = (failure: unknown) => {
  throw failure;
};
const runAgain = () => reconcile(backend, rename, fail);

beforeEach(() => {
  later.ms = 0;
});

test('[FN28] a message that is stuck is delivered, with its images', async () => {
  const createdAt = Date.now() - 11 * MINUTE_MS;
  const messageId = await createMessage(db, { createdAt, images: [await photo()] });
  const young = await createMessage(db, { createdAt: createdAt + 2 * MINUTE_MS });
  expect(await runAgain()).toEqual({ ...NOTHING, messages: 1 });
  expect(await readMessage(db, messageId)).toMatchObject({
    status: 'delivered',
    attachments: [{ state: 'ready' }],
  });
  expect(await readMessage(db, young)).toMatchObject({ status: 'sent' });
  expect(await runAgain()).toEqual(NOTHING);
  await db.doc(messagePath(young)).delete();
});

test('[FN28] what cannot be mended is told, and keeps nothing else from being mended', async () => {
  const createdAt = Date.now() - 12 * MINUTE_MS;
  const unreadable = db.doc(messagePath(randomUUID()));
  const malformed = { uid: 'ada', shard: 0, status: 'sent' };
  await unreadable.set({ ...malformed, createdAt: Timestamp.fromMillis(createdAt) });
  await createMessage(db, { createdAt: createdAt + MINUTE_MS });
  const leftOver = await createMessage(db, { status: 'delivered', images: [await photo()] });
  const down = { getFiles: () => Promise.reject(new Error('Storage is down.')) };
  const bucketless = { ...backend, bucket: down as unknown as AccountBackend['bucket'] };
  const told: string[] = [];
  const mended = await reconcile(bucketless, rename, (failure) => told.push(String(failure)));
  expect(mended).toEqual({ ...NOTHING, messages: 1, uploads: 1 });
  expect(told).toEqual([expect.stringMatching(/^TypeError/), 'Error: Storage is down.']);
  expect(await uploadsOf(backend, leftOver)).toBe(0);
  await unreadable.delete();
  expect(await runAgain()).toEqual(NOTHING);
});

/** Whose clock goes on by so much whenever it is looked at. */
function hasty(ms: number): AccountBackend {
  let time = backend.now();
  return { ...backend, now: () => (time += ms) };
}

test('[FN28] messages that take long leave time for what comes after them', async () => {
  const createdAt = Date.now() - 12 * MINUTE_MS;
  for (let index = 0; index < 3; index += 1) await createMessage(db, { createdAt });
  const leftOver = await createMessage(db, { status: 'delivered', images: [await photo()] });
  const mended = await reconcile(hasty(2 * MINUTE_MS), rename, fail);
  expect(mended).toEqual({ ...NOTHING, messages: 1, uploads: 1 });
  expect(await uploadsOf(backend, leftOver)).toBe(0);
  expect(await runAgain()).toEqual({ ...NOTHING, messages: 2 });
  expect(await runAgain()).toEqual(NOTHING);
});

test('[FN28] uploads that are left over go, those that are waited for stay', async () => {
  const [waiting, delivered, gone] = await Promise.all(
    [1, 2, 3].map(async () => createMessage(db, { images: [await photo()] })),
  );
  await db.doc(messagePath(delivered ?? '')).update({ status: 'delivered' });
  await db.doc(messagePath(gone ?? '')).delete();
  expect(await runAgain()).toEqual({ ...NOTHING, uploads: 2 });
  expect(await uploadsOf(backend, waiting ?? '')).toBe(1);
  expect(await runAgain()).toEqual(NOTHING);
  await db.doc(messagePath(waiting ?? '')).delete();
  await db.doc(uploadPath(waiting ?? '', 0)).delete();
});

test.each([399, 400])(
  '[FN28] uploads behind %i that are waited for go, all of a message at once',
  async (count) => {
    const images = Array.from({ length: count }, () => Buffer.from('x'));
    const waiting: string[] = [];
    while (images.length > 0) {
      const messageId = `a-${randomUUID()}`;
      waiting.push(await createMessage(db, { messageId, images: images.splice(0, 4) }));
    }
    const gone = await createMessage(db, {
      messageId: `b-${randomUUID()}`,
      images: Array.from({ length: 4 }, () => Buffer.from('x')),
    });
    await db.doc(messagePath(gone)).delete();
    expect(await clearUploads(backend)).toBe(0);
    expect(await uploadsOf(backend, gone)).toBe(4);
    expect(await clearUploads(backend)).toBe(4);
    expect(await uploadsOf(backend, gone)).toBe(0);

    for (const messageId of waiting) await db.doc(messagePath(messageId)).delete();
    const cleared = [await clearUploads(backend), await clearUploads(backend)];
    expect(cleared.reduce((sum, uploads) => sum + uploads)).toBe(count);
    expect(await runAgain()).toEqual(NOTHING);
  },
  60_000,
);

test('[FN28] images that no message shows go after a day, those of the archive stay', async () => {
  const messages = await writeMessages(db, 2, { images: [await photo()] });
  for (const messageId of messages) {
    await processMessage(backend, messageId, await readMessage(db, messageId));
  }
  const [kept = '', archived = ''] = messages;
  await moveToArchive(db, archived);
  const orphan = randomUUID();
  const paths = [
    attachmentObjectPath(orphan, 'a'),
    thumbnailObjectPath(orphan, 'a'),
    attachmentObjectPath(kept, 'not-shown'),
  ];
  for (const path of paths) await bucket.file(path).save('x');
  expect(await runAgain()).toEqual(NOTHING);
  later.ms = DAY_MS + MINUTE_MS;
  expect(await runAgain()).toEqual({ ...NOTHING, objects: 3 });
  expect(await objectsOf(backend, orphan)).toEqual([]);
  expect(await objectsOf(backend, kept)).toHaveLength(2);
  expect(await objectsOf(backend, archived)).toHaveLength(2);
  expect(await runAgain()).toEqual(NOTHING);
  await Promise.all([
    db.doc(messagePath(kept)).delete(),
    db.doc(archivePath(archived)).delete(),
    bucket.deleteFiles(),
  ]);
});

test('[FN28] messages that a rename has left out get the present name', async () => {
  const uid = randomUUID();
  await db.doc(userPath(uid)).set({
    username: 'now',
    createdAt: Timestamp.fromMillis(0),
    renamedAt: Timestamp.fromMillis(Date.now() - 40 * MINUTE_MS),
  });
  const [stale = '', archived = ''] = await writeMessages(db, 2, {
    uid,
    username: 'then',
    status: 'delivered',
  });
  await writeMessages(db, 1, { uid, username: 'now', status: 'delivered' });
  await moveToArchive(db, archived);
  expect(await runAgain()).toEqual({ ...NOTHING, names: 1 });
  expect(await readMessage(db, stale)).toMatchObject({ username: 'now' });
  expect((await db.doc(archivePath(archived)).get()).get('username')).toBe('now');
  expect(await runAgain()).toEqual(NOTHING);
});

test('[FN28] more people than a run looks at are looked at by the next', async () => {
  const renamedAt = Timestamp.fromMillis(Date.now() - 40 * MINUTE_MS);
  const batch = db.batch();
  const newcomers = Array.from({ length: 500 }, () => db.doc(userPath(`a-${randomUUID()}`)));
  for (const profile of newcomers) {
    batch.set(profile, { username: 'new', createdAt: renamedAt, renamedAt });
  }
  await batch.commit();
  // Of the same moment, and behind them in the order of the ids.
  const uid = `b-${randomUUID()}`;
  const renamed = { username: 'now', createdAt: Timestamp.fromMillis(0), renamedAt };
  await db.doc(userPath(uid)).set(renamed);
  const [stale = ''] = await writeMessages(db, 1, { uid, username: 'then', status: 'delivered' });
  expect(await runAgain()).toEqual(NOTHING);
  expect(await runAgain()).toEqual({ ...NOTHING, names: 1 });
  expect(await readMessage(db, stale)).toMatchObject({ username: 'now' });
  expect(await runAgain()).toEqual(NOTHING);
  expect(await runAgain()).toEqual(NOTHING);
  const leaving = db.batch();
  for (const profile of newcomers) leaving.delete(profile);
  await leaving.commit();
});

test('[FN28] names that take long leave time for what comes after them', async () => {
  const people = ['a', 'b', 'c'].map((letter) => `${letter}-${randomUUID()}`);
  // Before anybody of the other tests.
  const renamedAt = Timestamp.fromMillis(Date.now() - DAY_MS + 60 * MINUTE_MS);
  const renamed = { username: 'now', createdAt: Timestamp.fromMillis(0), renamedAt };
  const writeStale = (uid = '') =>
    writeMessages(db, 1, { uid, username: 'then', status: 'delivered' });
  for (const uid of people) {
    await db.doc(userPath(uid)).set(renamed);
    await writeStale(uid);
  }
  expect(await mendNames(hasty(25_000), rename, fail)).toBe(1);
  // The next run goes on behind the first, and the one after it begins with the first again.
  await writeStale(people[0]);
  expect(await runAgain()).toEqual({ ...NOTHING, names: 2 });
  expect(await runAgain()).toEqual({ ...NOTHING, names: 1 });
  expect(await runAgain()).toEqual(NOTHING);
});

async function leaveHalfDone(uid: string): Promise<void> {
  const failing = { deleteUser: () => Promise.reject(new Error('Auth is down.')) };
  await expect(deleteAccount({ ...backend, auth: failing }, uid, 1)).rejects.toThrow('down');
}

test('[FN28] a deletion that was left half done is ended, and looked after once more', async () => {
  const uid = randomUUID();
  await writeProfile(db, uid);
  await leaveHalfDone(uid);
  later.ms = 11 * MINUTE_MS;
  expect(await runAgain()).toEqual({ ...NOTHING, deletions: 1 });
  expect((await db.doc(senderPath(uid)).get()).exists).toBe(false);
  expect(await runAgain()).toEqual(NOTHING);

  // Whatever is written after all goes, too.
  await writeProfile(db, uid);
  const [message = ''] = await writeMessages(db, 1, { uid, status: 'delivered' });
  later.ms = 2 * 60 * MINUTE_MS;
  expect(await runAgain()).toEqual(NOTHING);
  for (const path of [userPath(uid), senderPath(uid), messagePath(message), deletionPath(uid)]) {
    const { exists } = await db.doc(path).get();
    expect([path, exists]).toEqual([path, false]);
  }
});

test('[FN28] deletions that take long leave time for what comes after them', async () => {
  const people = [randomUUID(), randomUUID()];
  for (const uid of people) {
    await db.doc(deletionPath(uid)).set({
      startedAt: Timestamp.fromMillis(0),
      updatedAt: Timestamp.fromMillis(0),
      deletedMessages: 0,
      finishedAt: null,
    });
  }
  expect(await finishDeletions(hasty(40_000), fail)).toBe(1);
  expect(await runAgain()).toEqual({ ...NOTHING, deletions: 1 });
  for (const uid of people) await db.doc(deletionPath(uid)).delete();
});

test('[FN28] deletions that wait for a token to end keep no half-done one waiting', async () => {
  const finished = Array.from({ length: 200 }, () => db.doc(deletionPath(randomUUID())));
  const [first] = finished;
  await deleteAccount(backend, first?.id ?? '', 10_000);
  const mark = (await first?.get())?.data() ?? {};
  const batch = db.batch();
  for (const other of finished) batch.set(other, mark);
  await batch.commit();
  const halfDone = db.doc(deletionPath(randomUUID()));
  await leaveHalfDone(halfDone.id);
  later.ms = 11 * MINUTE_MS;
  expect(await runAgain()).toEqual({ ...NOTHING, deletions: 1 });
  expect((await halfDone.get()).get('finishedAt')).not.toBeNull();
  const cleaning = db.batch();
  for (const other of [...finished, halfDone]) cleaning.delete(other);
  await cleaning.commit();
});

test('[FN28] exports go when they have expired', async () => {
  const uid = randomUUID();
  const tasks: ExportTask[] = [];
  await requestExport(backend, uid, (task) => Promise.resolve(void tasks.push(task)));
  const path = `${exportFolder(uid, tasks[0]?.exportId)}plaza-1.zip`;
  await bucket.file(path).save('x');
  later.ms = EXPORT_KEPT_MS + 1_000;
  expect(await runAgain()).toEqual({ ...NOTHING, exports: 1 });
  expect(await bucket.file(path).exists()).toEqual([false]);
  expect(await runAgain()).toEqual(NOTHING);
});
