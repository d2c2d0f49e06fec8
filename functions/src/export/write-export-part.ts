import type { Auth } from 'firebase-admin/auth';
import { Timestamp, type QueryDocumentSnapshot } from 'firebase-admin/firestore';
import {
  EXPORT_KEPT_MS,
  EXPORT_PART_BYTES,
  EXPORT_PART_MESSAGES,
  PAGE_MAX_MESSAGES,
} from '@plaza/shared/limits';
import type { Message } from '@plaza/shared/message';
import { exportFolder, exportObjectPath, exportPath, userPath } from '@plaza/shared/paths';
import type { UserProfile } from '@plaza/shared/user-profile';
import { deriveId, objectKey } from '../images/object-key.ts';
import { imageObject } from '../images/image-objects.ts';
import { deleteFolder, deleteObject, readObject } from '../images/stored-object.ts';
import { pageAt, placeAfter, type Place } from '../messages/place.ts';
import type { Backend } from '../platform/backend.ts';
import { toQuery } from '../platform/to-query.ts';
import { readExport, type ExportPart, type ExportState, type ExportTask } from './data-export.ts';
import { zipToBucket, type ZipWriter } from './zip-to-bucket.ts';

export interface ExportBackend extends Backend {
  readonly auth: Pick<Auth, 'getUser'>;
}

export interface PartLimits {
  readonly messages: number;
  readonly bytes: number;
}

const PART_LIMITS: PartLimits = { messages: EXPORT_PART_MESSAGES, bytes: EXPORT_PART_BYTES };

/** A message as its author gets it. */
interface ExportedMessage {
  readonly messageId: string;
  readonly sentAt: string | null;
  readonly username: string;
  readonly text: string;
  readonly pictures: readonly { readonly file: string | null; readonly alt: string }[];
}

/**
 * Writes one part of somebody's export as a zip file: a page of messages after the other with their
 * pictures, until it is large enough. Resolves with the task for the next part, null at the end or
 * when the export has been replaced meanwhile. A run again writes the part anew, unless the state has
 * it: messages come and go, so it might end elsewhere than where the next part begins.
 */
export async function writeExportPart(
  backend: ExportBackend,
  task: ExportTask,
  limits = PART_LIMITS,
): Promise<ExportTask | null> {
  const { db, bucket, now } = backend;
  const { uid, exportId, part } = task;
  const path = exportObjectPath(uid, exportId, part);
  // For an export that is gone. Nobody else looks for what this run, or one that died, has stored.
  const giveUp = async () => {
    await deleteObject(bucket, path);
    return null;
  };
  const state = await readExport(db, uid);
  if (state?.exportId !== exportId) return giveUp();
  const written = state.parts[part - 1];
  if (written !== undefined) return taskAfter(task, written.next);

  // What an export that has expired has left.
  if (part === 1) await deleteFolder(bucket, exportFolder(uid));
  const object = { path, token: deriveId(await objectKey(db), `token of ${path}`) };
  const zip = zipToBucket(bucket, object);
  if (part === 1) await zip.add('profile.json', await profileOf(backend, uid), true);
  const { messages, next } = await addMessages(backend, zip, task, limits);
  await zip.add(`messages-${part}.json`, jsonOf(messages), true);
  await zip.end();

  const added = await db.runTransaction(async (transaction): Promise<ExportPart | undefined> => {
    const document = db.doc(exportPath(uid));
    const current = (await transaction.get(document)).data() as ExportState | undefined;
    if (current?.exportId !== exportId) return undefined;
    const others = current.parts[part - 1];
    if (others !== undefined) return others;
    const own = { ...object, bytes: zip.bytes, next };
    transaction.update(document, {
      state: next === null ? 'ready' : 'preparing',
      messages: current.messages + messages.length,
      parts: [...current.parts, own],
      expiresAt: Timestamp.fromMillis(now() + EXPORT_KEPT_MS),
    });
    return own;
  });
  return added === undefined ? giveUp() : taskAfter(task, added.next);
}

function taskAfter({ uid, exportId, part }: ExportTask, next: Place | null): ExportTask | null {
  return next && { uid, exportId, part: part + 1, place: next };
}

async function addMessages(
  backend: Backend,
  zip: ZipWriter,
  { uid, place }: ExportTask,
  limits: PartLimits,
): Promise<{ messages: ExportedMessage[]; next: Place | null }> {
  const messages: ExportedMessage[] = [];
  let next: Place | null = place;
  while (next !== null && messages.length < limits.messages && zip.bytes < limits.bytes) {
    const pageSize = Math.min(PAGE_MAX_MESSAGES, limits.messages - messages.length);
    const { docs } = await toQuery(backend.db, pageAt(uid, next, pageSize)).get();
    for (const message of docs) messages.push(await addMessage(backend, zip, message));
    next = placeAfter(next, docs, pageSize);
  }
  return { messages, next };
}

async function addMessage(
  { db, bucket }: Backend,
  zip: ZipWriter,
  snapshot: QueryDocumentSnapshot,
): Promise<ExportedMessage> {
  const messageId = snapshot.id;
  const { username, text, createdAt, attachments } = snapshot.data() as Message;
  const key = await objectKey(db);
  const images = await Promise.all(
    attachments.map(async ({ state, alt }, index) => {
      const { path } = imageObject(key, { messageId, createdAt }, index);
      // Deleted since the page was read, or not there yet.
      return { alt, bytes: state === 'ready' ? await readObject(bucket, path) : null };
    }),
  );
  const pictures = [];
  for (const [index, { alt, bytes }] of images.entries()) {
    const file = bytes === null ? null : `pictures/${messageId}-${index}.webp`;
    if (bytes !== null && file !== null) await zip.add(file, bytes, false);
    pictures.push({ file, alt });
  }
  const sentAt = createdAt === null ? null : new Date(createdAt.toMillis()).toISOString();
  return { messageId, sentAt, username, text, pictures };
}

async function profileOf({ db, auth }: ExportBackend, uid: string): Promise<Buffer> {
  const profile = (await db.doc(userPath(uid)).get()).data() as UserProfile | undefined;
  const { email, metadata } = await auth.getUser(uid);
  return jsonOf({
    uid,
    email,
    username: profile?.username,
    previousUsername: profile?.previousUsername,
    accountCreatedAt: metadata.creationTime,
  });
}

function jsonOf(content: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}
