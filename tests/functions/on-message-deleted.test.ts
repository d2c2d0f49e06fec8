import { expect, test } from 'vitest';
import { archivePath, messagePath } from '@plaza/shared/paths';
import { removeDeletedMessage } from '../../functions/src/messages/remove-message.ts';
import { createMessage, moveToArchive, readMessage, untilDelivered } from './messages.ts';
import { photo } from './photo.ts';
import { deployedProject } from './projects.ts';
import { objectsOf, uploadsOf } from './stored-objects.ts';

const backend = deployedProject();
const { db } = backend;
const PATIENCE = { timeout: 50_000 };

async function deliveredMessage(): Promise<string> {
  const messageId = await createMessage(db, { images: [await photo()] });
  await untilDelivered(db, messageId);
  expect(await objectsOf(backend, messageId)).toHaveLength(2);
  return messageId;
}

async function isArchived(messageId: string): Promise<boolean> {
  return (await db.doc(archivePath(messageId)).get()).exists;
}

test('[FN11] a deleted message takes its images and its copy in the archive along', async () => {
  const messageId = await deliveredMessage();
  await db.doc(archivePath(messageId)).set(await readMessage(db, messageId));
  await db.doc(messagePath(messageId)).delete();
  await expect.poll(() => objectsOf(backend, messageId), PATIENCE).toEqual([]);
  await expect.poll(() => isArchived(messageId), PATIENCE).toBe(false);
}, 60_000);

test('[FN11] a message deleted at once takes its uploads along', async () => {
  const messageId = await createMessage(db, { images: [await photo(), await photo('#624')] });
  await db.doc(messagePath(messageId)).delete();
  await expect.poll(() => uploadsOf(backend, messageId), PATIENCE).toBe(0);
  await expect.poll(() => objectsOf(backend, messageId), PATIENCE).toEqual([]);
  expect((await db.doc(messagePath(messageId)).get()).exists).toBe(false);
}, 60_000);

test('[FN11] a message that moves to the archive keeps its images until it is deleted there', async () => {
  const messageId = await deliveredMessage();
  const before = await db.doc(messagePath(messageId)).get();
  await moveToArchive(db, messageId);
  // The event of the move, as the trigger gets it, is late by as much as it likes.
  expect(await removeDeletedMessage(backend, before)).toBe('moved');
  expect(await objectsOf(backend, messageId)).toHaveLength(2);
  expect(await isArchived(messageId)).toBe(true);
  await db.doc(archivePath(messageId)).delete();
  await expect.poll(() => objectsOf(backend, messageId), PATIENCE).toEqual([]);
}, 60_000);
