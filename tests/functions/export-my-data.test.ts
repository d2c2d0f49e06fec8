import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { DataExport } from '@plaza/shared/api';
import { EXPORT_KEPT_MS } from '@plaza/shared/limits';
import { exportFolder, exportObjectPath } from '@plaza/shared/paths';
import { requestExport, type ExportTask } from '../../functions/src/export/data-export.ts';
import {
  writeExportPart,
  type ExportBackend,
} from '../../functions/src/export/write-export-part.ts';
import { processMessage } from '../../functions/src/messages/process-message.ts';
import { createMessage, moveToArchive, readMessage, untilDelivered } from './messages.ts';
import { DeathError, mortalBackend } from './mortal-backend.ts';
import { call, signUp, writeMessages, writeProfile } from './people.ts';
import { photo } from './photo.ts';
import { deployedProject, quietProject } from './projects.ts';

const deployed = deployedProject();
const quiet = quietProject();
const { db } = quiet;
const mortal = mortalBackend(quietProject());

const AUTH = {
  getUser: () => Promise.resolve({ email: 'ada@example.com', metadata: { creationTime: 'then' } }),
} as unknown as ExportBackend['auth'];

async function unzip(url: string): Promise<Record<string, string>> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain('attachment');
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes, true)]),
  );
}

/** Runs the tasks as the queue does, the same one twice. */
async function writeAll(
  backend: ExportBackend,
  first: ExportTask,
  limits?: { messages: number; bytes: number },
): Promise<void> {
  for (let task: ExportTask | null = first; task !== null;) {
    await writeExportPart(backend, task, limits);
    task = await writeExportPart(backend, task, limits);
  }
}

async function filesOf(uid: string): Promise<string[]> {
  const [files] = await quiet.bucket.getFiles({ prefix: exportFolder(uid) });
  return files.map(({ name }) => name);
}

async function begin(uid: string, now = Date.now()): Promise<ExportTask> {
  const tasks: ExportTask[] = [];
  const enqueue = (task: ExportTask) => Promise.resolve(void tasks.push(task));
  await requestExport({ ...quiet, now: () => now }, uid, enqueue);
  const [task] = tasks;
  if (task === undefined) throw new Error('Nothing was enqueued.');
  return task;
}

type ReadyExport = Extract<DataExport, { state: 'ready' }>;

/** @throws when the export is not ready */
async function readyExport(uid: string, now = Date.now()): Promise<ReadyExport> {
  const enqueue = () => Promise.reject(new Error('It is ready.'));
  const answer = await requestExport({ ...quiet, now: () => now }, uid, enqueue);
  if (answer.state !== 'ready') throw new Error('It is not ready.');
  return answer;
}

/** The ids that the files hold. */
async function exportedMessages(uid: string): Promise<string[]> {
  const { parts } = await readyExport(uid);
  const messages = parts.map(async ({ url }, index) => {
    const files = await unzip(url);
    return JSON.parse(files[`messages-${index + 1}.json`] ?? '') as { messageId: string }[];
  });
  return (await Promise.all(messages)).flat().map(({ messageId }) => messageId);
}

test('[FN26] all messages and pictures of a person come as a zip file, and nobody else’s', async () => {
  const { db } = deployed;
  const { uid, token } = await signUp();
  const [username] = await writeProfile(db, uid);
  const picture = await createMessage(db, {
    uid,
    text: 'Look',
    images: [await photo(), Buffer.from('no')],
  });
  await untilDelivered(db, picture);
  const archived = await createMessage(db, { uid, text: 'Old', status: 'delivered' });
  await moveToArchive(db, archived);
  await createMessage(db, { uid: 'somebody-else', text: 'Private' });

  const ask = async () => (await call('exportMyData', token)).result as DataExport;
  const state = async () => (await ask()).state;
  await expect.poll(state, { timeout: 60_000, interval: 2_000 }).toBe('ready');
  const { messages, parts } = (await ask()) as ReadyExport;
  expect(messages).toBe(2);
  expect(parts).toHaveLength(1);
  const files = await unzip(parts[0]?.url ?? '');
  const image = `pictures/${picture}-0.webp`;
  expect(Object.keys(files).toSorted()).toEqual(
    ['messages-1.json', image, 'profile.json'].toSorted(),
  );
  expect(files[image]?.slice(8, 12)).toBe('WEBP');
  expect(JSON.parse(files['profile.json'] ?? '')).toMatchObject({
    uid,
    username,
    email: expect.stringContaining('@') as string,
  });
  expect(JSON.parse(files['messages-1.json'] ?? '')).toMatchObject([
    {
      messageId: picture,
      text: 'Look',
      pictures: [
        { file: image, alt: 'A test' },
        { file: null, alt: 'A test' },
      ],
    },
    { messageId: archived, text: 'Old', pictures: [] },
  ]);
}, 90_000);

test('[FN26] a large export comes in parts, each message once', async () => {
  const uid = randomUUID();
  const ids = await writeMessages(db, 7, { uid, status: 'delivered' });
  await writeAll({ ...quiet, auth: AUTH }, await begin(uid), { messages: 3, bytes: 1e6 });
  const { parts, messages } = await readyExport(uid);
  expect(messages).toBe(7);
  expect(parts).toHaveLength(3);
  for (const [index, { url, bytes }] of parts.entries()) {
    expect('profile.json' in (await unzip(url))).toBe(index === 0);
    expect(bytes).toBeGreaterThan(0);
  }
  expect((await exportedMessages(uid)).toSorted()).toEqual(ids.toSorted());
});

test('[FN26] the pictures of a message are read at once, and come in their order', async () => {
  const uid = randomUUID();
  const colours = ['#246', '#462', '#624', '#642'];
  const images = await Promise.all(colours.map((colour) => photo(colour)));
  const messageId = await createMessage(db, { uid, images });
  await processMessage(quiet, messageId, await readMessage(db, messageId));
  const { attachments } = await readMessage(db, messageId);

  const bucket = Object.create(quiet.bucket) as ExportBackend['bucket'];
  const waiting: (() => void)[] = [];
  bucket.file = (path) => {
    const file = quiet.bucket.file(path);
    const download = file.download.bind(file);
    return Object.assign(file, {
      // No answer to one before the last is asked for.
      async download() {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          if (waiting.length === images.length) for (const goOn of waiting) goOn();
        });
        return download();
      },
    });
  };
  await writeAll({ ...quiet, bucket, auth: AUTH }, await begin(uid));
  const files = await unzip((await readyExport(uid)).parts[0]?.url ?? '');
  for (const [index, { url }] of attachments.entries()) {
    const shown = Buffer.from(await (await fetch(url ?? '')).arrayBuffer());
    expect(files[`pictures/${messageId}-${index}.webp`]).toBe(strFromU8(shown, true));
  }
});

test('[FN27] a part that was written stays as it is, whatever is sent before it runs again', async () => {
  const uid = randomUUID();
  const ids = await writeMessages(db, 8, { uid, status: 'delivered' });
  const limits = { messages: 3, bytes: 1e6 };
  const first = await begin(uid);
  const exporting = { ...quiet, auth: AUTH };
  const second = await writeExportPart(exporting, first, limits);
  if (second === null) throw new Error('It is all in one part.');
  await writeMessages(db, 1, { uid, status: 'delivered' });
  expect(await writeExportPart(exporting, first, limits)).toEqual(second);
  await writeAll(exporting, second, limits);
  expect((await exportedMessages(uid)).toSorted()).toEqual(ids.toSorted());
});

test('[FN27] a part that dies at any request is written again, and counted once', async () => {
  let deaths = 0;
  for (let isDead = true; isDead; deaths += 1) {
    const uid = randomUUID();
    await writeMessages(db, 2, { uid, status: 'delivered' });
    const task = await begin(uid);
    mortal.dieAt(deaths + 1, deaths % 2 === 0 ? 'before' : 'after');
    isDead = await writeExportPart({ ...mortal, auth: AUTH }, task).then(
      () => false,
      (error: unknown) => error instanceof DeathError,
    );
    mortal.revive();
    await writeAll({ ...quiet, auth: AUTH }, task);
    const { messages, parts } = await readyExport(uid);
    expect(messages).toBe(2);
    expect(parts).toHaveLength(1);
  }
  expect(deaths).toBeGreaterThan(5);
}, 60_000);

test('[FN27] asking again changes nothing until the export expires; then a new one takes its place', async () => {
  const uid = randomUUID();
  await writeMessages(db, 1, { uid, status: 'delivered' });
  const task = await begin(uid);
  expect(await begin(uid)).toEqual(task);
  await writeAll({ ...quiet, auth: AUTH }, task);
  const { expiresAt, parts } = await readyExport(uid);
  expect((await readyExport(uid, expiresAt - 1)).parts).toEqual(parts);

  const renewed = await begin(uid, expiresAt + 1);
  expect(renewed.exportId).not.toBe(task.exportId);
  expect(await writeExportPart({ ...quiet, auth: AUTH }, task)).toBeNull();
  await writeAll({ ...quiet, auth: AUTH }, renewed);
  expect(await filesOf(uid)).toEqual([exportObjectPath(uid, renewed.exportId, 1)]);
});

test('[FN27] an export that is replaced while it is written leaves no file', async () => {
  const uid = randomUUID();
  await writeMessages(db, 1, { uid, status: 'delivered' });
  const task = await begin(uid);
  const renewed: ExportTask[] = [];
  const replacing = {
    async getUser(id: string) {
      const other = await begin(uid, Date.now() + EXPORT_KEPT_MS + 1_000);
      renewed.push(other);
      await writeAll({ ...quiet, auth: AUTH }, other);
      return AUTH.getUser(id);
    },
  };
  expect(await writeExportPart({ ...quiet, auth: replacing }, task)).toBeNull();
  const kept = [exportObjectPath(uid, renewed[0]?.exportId ?? '', 1)];
  expect(await filesOf(uid)).toEqual(kept);

  // As of a run that died before it found out.
  await quiet.bucket.file(exportObjectPath(uid, task.exportId, 1)).save('x');
  expect(await writeExportPart({ ...quiet, auth: AUTH }, task)).toBeNull();
  expect(await filesOf(uid)).toEqual(kept);
});
