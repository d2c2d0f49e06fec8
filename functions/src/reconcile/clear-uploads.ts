import { messagePath } from '@plaza/shared/paths';
import { stagedUploads } from '@plaza/shared/query-spec';
import type { Backend } from '../platform/backend.ts';
import { toQuery } from '../platform/to-query.ts';

const UPLOADS_PER_RUN = 400;

/** Deletes staged uploads that the pipeline will not look at any more: their message is delivered, or gone. */
export async function clearUploads({ db }: Backend): Promise<number> {
  const uploads = (await toQuery(db, stagedUploads(UPLOADS_PER_RUN)).select().get()).docs;
  const messageIds = [...new Set(uploads.map(({ ref }) => ref.parent.parent?.id ?? ''))];
  if (messageIds.length === 0) return 0;
  const messages = await db.getAll(...messageIds.map((id) => db.doc(messagePath(id))));
  const waiting = new Set(
    messages.filter((message) => message.get('status') === 'sent').map(({ id }) => id),
  );
  const left = uploads.filter(({ ref }) => !waiting.has(ref.parent.parent?.id ?? ''));
  const batch = db.batch();
  for (const { ref } of left) batch.delete(ref);
  await batch.commit();
  return left.length;
}
