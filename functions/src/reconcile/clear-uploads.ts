import { FieldPath } from 'firebase-admin/firestore';
import { backendPath, messagePath, uploadPath } from '@plaza/shared/paths';
import { stagedUploads } from '@plaza/shared/query-spec';
import type { Backend } from '../platform/backend.ts';
import { toQuery } from '../platform/to-query.ts';

const UPLOADS_PER_RUN = 400;

/**
 * Deletes staged uploads that the pipeline will not look at any more: their message is delivered, or gone.
 * Each run looks at some, from where the last one ended, and begins again behind the last upload. It
 * takes all of a message or none: without the first, the id could be taken again, with the others.
 */
export async function clearUploads({ db }: Backend): Promise<number> {
  const cursor = db.doc(backendPath('upload-sweep'));
  const from: unknown = (await cursor.get()).get('from');
  const query = toQuery(db, stagedUploads(UPLOADS_PER_RUN)).orderBy(FieldPath.documentId());
  const rest = typeof from === 'string' ? query.startAt(uploadPath(from, 0)) : query;
  const uploads = (await rest.select().get()).docs.map(({ ref }) => ({
    ref,
    messageId: ref.parent.parent?.id ?? '',
  }));
  // The page may end within its last message.
  const next = uploads.length < UPLOADS_PER_RUN ? null : (uploads.at(-1)?.messageId ?? null);
  const messageIds = new Set(uploads.map(({ messageId }) => messageId));
  const waiting = await waitingAmong(db, [...messageIds]);
  const left = uploads.filter(({ messageId }) => messageId !== next && !waiting.has(messageId));
  const batch = db.batch();
  for (const { ref } of left) batch.delete(ref);
  batch.set(cursor, { from: next });
  await batch.commit();
  return left.length;
}

async function waitingAmong(
  db: Backend['db'],
  messageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (messageIds.length === 0) return new Set();
  const messages = await db.getAll(...messageIds.map((id) => db.doc(messagePath(id))));
  const waiting = messages.filter((message) => message.get('status') === 'sent');
  return new Set(waiting.map(({ id }) => id));
}
