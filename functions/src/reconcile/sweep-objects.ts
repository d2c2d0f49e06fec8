import type { Attachment } from '@plaza/shared/attachment';
import type { Message } from '@plaza/shared/message';
import {
  archivePath,
  attachmentFolder,
  backendPath,
  messagePath,
  thumbnailFolder,
} from '@plaza/shared/paths';
import type { Backend, Bucket } from '../platform/backend.ts';

/** Younger objects may belong to a message that is being published. */
const GRACE_MS = 24 * 60 * 60_000;
const OBJECTS_PER_RUN = 500;

type StoredFile = ReturnType<Bucket['file']>;

const KINDS = [
  { name: 'attachments', root: rootOf(attachmentFolder('')), urlOf: ({ url }: Attachment) => url },
  {
    name: 'thumbnails',
    root: rootOf(thumbnailFolder('')),
    urlOf: ({ thumbUrl }: Attachment) => thumbUrl,
  },
] as const;

/**
 * Deletes images and thumbnails that no message shows. Each run looks at some, from where the last
 * one ended, and begins again behind the last object.
 */
export async function sweepObjects(backend: Backend): Promise<number> {
  let swept = 0;
  for (const kind of KINDS) swept += await sweepKind(backend, kind);
  return swept;
}

async function sweepKind(
  { db, bucket, now }: Backend,
  { name, root, urlOf }: (typeof KINDS)[number],
): Promise<number> {
  const cursor = db.doc(backendPath('object-sweep'));
  const startOffset = String((await cursor.get()).get(name) ?? '');
  const [files] = await bucket.getFiles({
    prefix: root,
    startOffset,
    maxResults: OBJECTS_PER_RUN,
    autoPaginate: false,
  });
  const old = files.filter(({ metadata }) => {
    return new Date(metadata.timeCreated ?? 0).getTime() < now() - GRACE_MS;
  });
  const orphans = await orphansAmong(db, old, urlOf);
  await Promise.all(orphans.map((file) => file.delete({ ignoreNotFound: true })));
  const isEnd = files.length < OBJECTS_PER_RUN;
  await cursor.set({ [name]: isEnd ? '' : files.at(-1)?.name }, { merge: true });
  return orphans.length;
}

async function orphansAmong(
  db: Backend['db'],
  files: readonly StoredFile[],
  urlOf: (attachment: Attachment) => string | null,
): Promise<StoredFile[]> {
  const messageIds = [...new Set(files.map(messageIdOf))];
  if (messageIds.length === 0) return [];
  const places = messageIds.flatMap((id) => [db.doc(messagePath(id)), db.doc(archivePath(id))]);
  const messages = (await db.getAll(...places)).filter(({ exists }) => exists);
  const shown = messages.flatMap((message) =>
    (message.data() as Message).attachments.map((attachment) => urlOf(attachment) ?? ''),
  );
  return files.filter(({ name }) => !shown.some((url) => url.includes(encodeURIComponent(name))));
}

function messageIdOf({ name }: StoredFile): string {
  return name.split('/')[1] ?? '';
}

/** `attachments//` → `attachments/` */
function rootOf(folder: string): string {
  return folder.slice(0, -1);
}
