import { randomUUID } from 'node:crypto';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import type { Message } from '@plaza/shared/message';
import { archivePath, messagePath, quotaPath, senderPath, uploadPath } from '@plaza/shared/paths';
import { processMessage } from '../../functions/src/messages/process-message.ts';
import { publishImages } from '../../functions/src/messages/publish-images.ts';
import {
  removeDeletedMessage,
  removeMessage,
} from '../../functions/src/messages/remove-message.ts';
import type { Quota } from '../../functions/src/quotas/quota.ts';
import { pick, randomInt, seededRandom } from '../../tools/random/seeded-random.ts';
import { meanwhile } from './meanwhile.ts';
import { createMessage, moveToArchive, readMessage, type NewMessage } from './messages.ts';
import { DeathError, mortalBackend, type Moment } from './mortal-backend.ts';
import { photo } from './photo.ts';
import { quietProject } from './projects.ts';
import { objectsOf, uploadsOf } from './stored-objects.ts';

const backend = quietProject();
const mortal = mortalBackend(quietProject());
const { db } = backend;

let image: Buffer;
let otherImage: Buffer;

beforeAll(async () => {
  image = await photo('#246', { width: 60, height: 40 });
  otherImage = await photo('#642', { width: 80, height: 50 });
});

/** A message, and what its event says of it: the document as it was then. */
async function sendMessage(
  message: NewMessage = {},
): Promise<[messageId: string, created: Message]> {
  const messageId = await createMessage(db, message);
  return [messageId, await readMessage(db, messageId)];
}

async function messagesCounted(uid: string): Promise<number> {
  const quota = (await db.doc(quotaPath(uid)).get()).data() as Quota;
  const hours = Object.entries(quota.messages).filter(([key]) => key.startsWith('hour'));
  return hours.reduce((sum, [, count]) => sum + count, 0);
}

/** Ends the run at that request, if it has as many. Resolves with whether it died. */
async function runUntil(
  request: number,
  moment: Moment,
  run: () => Promise<unknown>,
): Promise<boolean> {
  mortal.dieAt(request, moment);
  try {
    await run();
    return false;
  } catch (error) {
    if (error instanceof DeathError) return true;
    throw error;
  } finally {
    mortal.revive();
  }
}

test('[FN2] the same event twice, in turn or at once, leaves one delivered message', async () => {
  const uid = randomUUID();
  const [messageId, created] = await sendMessage({ uid, images: [image, image] });
  await processMessage(backend, messageId, created);
  const first = await readMessage(db, messageId);
  const objects = await objectsOf(backend, messageId);
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => processMessage(backend, messageId, created)),
  );
  expect(outcomes.map(({ state }) => state)).toEqual(Array(3).fill('already-delivered'));
  expect(await readMessage(db, messageId)).toEqual(first);
  expect(await objectsOf(backend, messageId)).toEqual(objects);

  const [atOnce, event] = await sendMessage({ uid, images: [image] });
  const racing = await Promise.all([1, 2, 3].map(() => processMessage(backend, atOnce, event)));
  expect(racing.filter(({ state }) => state === 'delivered')).toHaveLength(1);
  expect(await objectsOf(backend, atOnce)).toHaveLength(2);
  for (const { url } of (await readMessage(db, atOnce)).attachments) {
    expect((await fetch(url ?? '')).status).toBe(200);
  }
  expect(await messagesCounted(uid)).toBe(2);
});

test('[FN2] an event for a message deleted meanwhile brings nothing back', async () => {
  const [messageId, created] = await sendMessage({ images: [image] });
  await db.doc(messagePath(messageId)).delete();
  expect(await processMessage(backend, messageId, created)).toMatchObject({ state: 'gone' });
  expect((await db.doc(messagePath(messageId)).get()).exists).toBe(false);
  expect(await objectsOf(backend, messageId)).toEqual([]);
  expect(await uploadsOf(backend, messageId)).toBe(0);
});

test('[FN2] an event that comes after the message has moved to the archive changes nothing', async () => {
  const [messageId, created] = await sendMessage({ images: [image] });
  await processMessage(backend, messageId, created);
  await moveToArchive(db, messageId);
  expect(await processMessage(backend, messageId, created)).toMatchObject({ state: 'gone' });
  expect(await objectsOf(backend, messageId)).toHaveLength(2);
  expect((await db.doc(archivePath(messageId)).get()).exists).toBe(true);
});

/** Deletes it, and sends another under its id. Resolves with what the events of both say. */
async function sendInstead(
  messageId: string,
  other: NewMessage,
): Promise<{ deleted: DocumentSnapshot; createdAgain: Message }> {
  const deleted = await db.doc(messagePath(messageId)).get();
  await deleted.ref.delete();
  const [, createdAgain] = await sendMessage({ ...other, messageId });
  return { deleted, createdAgain };
}

test('[FN34] the late event of a deleted message does not deliver the one with its id', async () => {
  const [first, created] = await sendMessage();
  const { createdAgain } = await sendInstead(first, { images: [image] });
  expect(await processMessage(backend, first, created)).toMatchObject({ state: 'replaced' });
  expect(await readMessage(db, first)).toEqual(createdAgain);
  await processMessage(backend, first, createdAgain);
  expect(await readMessage(db, first)).toMatchObject({
    status: 'delivered',
    attachments: [{ state: 'ready' }],
  });

  const [second, withImage] = await sendMessage({ images: [image] });
  const text = await sendInstead(second, { text: 'Other' });
  expect(await processMessage(backend, second, withImage)).toMatchObject({ state: 'replaced' });
  await processMessage(backend, second, text.createdAgain);
  expect(await readMessage(db, second)).toEqual({ ...text.createdAgain, status: 'delivered' });
});

test('[FN34] the late event of a deletion leaves the message with the same id alone', async () => {
  const [messageId, created] = await sendMessage({ images: [image] });
  await processMessage(backend, messageId, created);
  const { deleted, createdAgain } = await sendInstead(messageId, { images: [image] });
  expect(await removeDeletedMessage(backend, deleted)).toBe('replaced');
  expect(await removeMessage(backend, messageId, created)).toBe('replaced');
  expect(await uploadsOf(backend, messageId)).toBe(1);
  await processMessage(backend, messageId, createdAgain);
  expect(await removeDeletedMessage(backend, deleted)).toBe('replaced');
  expect(await objectsOf(backend, messageId)).toHaveLength(2);

  await moveToArchive(db, messageId);
  expect(await removeDeletedMessage(backend, deleted)).toBe('replaced');
  expect(await objectsOf(backend, messageId)).toHaveLength(2);
  expect((await db.doc(archivePath(messageId)).get()).exists).toBe(true);
});

test('[FN34] a message that is sent while one with its id is cleaned up after keeps its uploads', async () => {
  const [messageId, created] = await sendMessage({ images: [image] });
  await processMessage(backend, messageId, created);
  await db.doc(messagePath(messageId)).delete();
  const sending = meanwhile(backend, 'delete', () => sendMessage({ messageId, images: [image] }));
  expect(await removeMessage(sending, messageId, created)).toBe('replaced');
  expect(await uploadsOf(backend, messageId)).toBe(1);
  expect(await objectsOf(backend, messageId)).toEqual([]);
});

/** Whether the image of a message and its thumbnail can be loaded. */
async function areLoaded({ attachments }: Message): Promise<boolean[]> {
  const urls = attachments.flatMap(({ url, thumbUrl }) => [url ?? '', thumbUrl ?? '']);
  return Promise.all(urls.map(async (url) => (await fetch(url)).ok));
}

test('[FN35] the images of a deleted message go, also when another is sent under its id', async () => {
  const [messageId, created] = await sendMessage({ images: [image] });
  await processMessage(backend, messageId, created);
  const first = await readMessage(db, messageId);
  expect(await areLoaded(first)).toEqual([true, true]);
  const { deleted, createdAgain } = await sendInstead(messageId, { images: [image] });
  await processMessage(backend, messageId, createdAgain);
  const second = await readMessage(db, messageId);
  expect(await removeDeletedMessage(backend, deleted)).toBe('replaced');
  expect(await areLoaded(first)).toEqual([false, false]);
  expect(await areLoaded(second)).toEqual([true, true]);
  expect(await objectsOf(backend, messageId)).toHaveLength(2);
});

test('[FN35] a late run for a deleted message publishes nothing at the addresses of another', async () => {
  const [messageId, created] = await sendMessage({ images: [image] });
  await processMessage(backend, messageId, created);
  const { deleted, createdAgain } = await sendInstead(messageId, { images: [otherImage] });
  await removeDeletedMessage(backend, deleted);
  await processMessage(backend, messageId, createdAgain);
  const second = await readMessage(db, messageId);
  // As a run that was taken up before the message was deleted, and goes on now.
  const late = { messageId, createdAt: created.createdAt };
  await publishImages(backend, late, created.attachments, [image]);
  expect(await objectsOf(backend, messageId)).toHaveLength(4);
  const shown = await fetch(second.attachments[0]?.url ?? '');
  const { width } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
  expect(width).toBe(80);
  expect(await processMessage(backend, messageId, created)).toMatchObject({ state: 'replaced' });
  expect(await areLoaded(second)).toEqual([true, true]);
  expect(await objectsOf(backend, messageId)).toHaveLength(2);
});

test.each(['before', 'after'] as const)(
  '[FN9] a run that dies %s any of its requests is mended by the next',
  async (moment) => {
    const uid = randomUUID();
    const start = new Date(0);
    const ledger = { count: 0, since: start, updatedAt: start, blockedUntil: null };
    await db.doc(senderPath(uid)).set(ledger);
    let deaths = 0;
    for (let isDead = true; isDead; deaths += 1) {
      const [messageId, created] = await sendMessage({ uid, images: [image, Buffer.from('no')] });
      isDead = await runUntil(deaths + 1, moment, () => processMessage(mortal, messageId, created));
      await processMessage(backend, messageId, created);
      expect(await readMessage(db, messageId)).toMatchObject({
        status: 'delivered',
        attachments: [{ state: 'ready' }, { state: 'rejected', reason: 'not-an-image' }],
      });
      expect(await objectsOf(backend, messageId)).toHaveLength(2);
      expect(await uploadsOf(backend, messageId)).toBe(0);
      expect(await messagesCounted(uid)).toBe(deaths + 1);
    }
    // The status, the uploads, two objects, the commit's two, the ledger's two at least.
    expect(deaths).toBeGreaterThan(7);
  },
  60_000,
);

test.each([1, 2, 3, 4])(
  '[FN12] a message deleted while it is worked on leaves nothing (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    for (let round = 0; round < 5; round += 1) {
      const [messageId, created] = await sendMessage({ images: [image] });
      const actions: (() => Promise<unknown>)[] = [
        () => db.doc(messagePath(messageId)).delete(),
        () => processMessage(backend, messageId, created),
        () => processMessage(backend, messageId, created),
        () =>
          runUntil(randomInt(random, 1, 9), pick(random, ['before', 'after'] as const), () =>
            processMessage(mortal, messageId, created),
          ),
      ];
      const running = actions
        .toSorted(() => random() - 0.5)
        .map(async (act) => {
          for (let turns = randomInt(random, 0, 20); turns > 0; turns -= 1)
            await readTurn(messageId);
          return act();
        });
      await Promise.all(running);
      // At least once each, and in either order: the event of the deletion, and that of the death.
      const late = [
        () => removeMessage(backend, messageId, created),
        () => processMessage(backend, messageId, created),
      ];
      for (const act of random() < 0.5 ? late : late.toReversed()) await act();
      expect((await db.doc(messagePath(messageId)).get()).exists).toBe(false);
      expect(await objectsOf(backend, messageId)).toEqual([]);
      expect(await uploadsOf(backend, messageId)).toBe(0);
    }
  },
  60_000,
);

/** One round trip: lets the others go on by about as much. */
async function readTurn(messageId: string): Promise<void> {
  await db.doc(messagePath(messageId)).get();
}

test('[FN17] images outlive Storage being out of order', async () => {
  const [messageId, created] = await sendMessage({
    createdAt: Date.now() - 60 * 60_000,
    images: [image],
  });
  const { storage, name } = backend.bucket;
  const Storage = storage.constructor as new (options: object) => typeof storage;
  const nowhere = { apiEndpoint: 'http://127.0.0.1:1', retryOptions: { autoRetry: false } };
  const bucket = new Storage(nowhere).bucket(name);
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    await expect(processMessage({ ...backend, bucket }, messageId, created)).rejects.toThrow(
      'ECONNREFUSED',
    );
  }
  await processMessage(backend, messageId, created);
  expect(await readMessage(db, messageId)).toMatchObject({
    status: 'delivered',
    attachments: [{ state: 'ready' }],
  });
});

test('[FN17] images that end every run are given up, and the text is delivered', async () => {
  const [messageId, created] = await sendMessage({
    createdAt: Date.now() - 60 * 60_000,
    images: [image],
  });
  // Dies while the images are worked on: after the attempt is noted, before anything is published.
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    expect(await runUntil(5, 'before', () => processMessage(mortal, messageId, created))).toBe(
      true,
    );
    expect((await db.doc(uploadPath(messageId, 0)).get()).get('attempts')).toBe(attempt);
  }
  await processMessage(backend, messageId, created);
  expect(await readMessage(db, messageId)).toMatchObject({
    status: 'delivered',
    text: 'Hello',
    attachments: [{ state: 'rejected', reason: 'too-slow' }],
  });
});
