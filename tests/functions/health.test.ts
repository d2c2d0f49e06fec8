import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Health } from '@plaza/shared/api';
import { checkHealth } from '../../functions/src/health/check-health.ts';
import { createMessage } from './messages.ts';
import { quietProject } from './projects.ts';

const quiet = quietProject(`demo-health-${randomUUID().slice(0, 8)}`);

test('[FN29] anybody may ask how the backend is, and only ask', async () => {
  const url = `${process.env['PLAZA_URL']}/api/health`;
  const response = await fetch(url);
  const health = (await response.json()) as Health;
  expect(health.database.ok && health.storage.ok).toBe(true);
  expect(response.status).toBe(health.ok ? 200 : 503);
  expect((await fetch(url, { method: 'POST' })).status).toBe(405);
});

test('[FN29] a backlog of more than a minute is not healthy', async () => {
  expect(await checkHealth(quiet)).toMatchObject({ ok: true, backlogSeconds: 0 });
  const now = Date.now();
  await createMessage(quiet.db, { createdAt: now - 90_000 });
  const health = await checkHealth({ ...quiet, now: () => now });
  expect(health).toMatchObject({ ok: false, backlogSeconds: 90, database: { ok: true } });
});

test('[FN29] a service that fails is told apart from those that do not', async () => {
  const bucket = { getFiles: () => Promise.reject(new Error('Down.')) };
  const broken = { ...quiet, bucket: bucket as unknown as typeof quiet.bucket };
  expect(await checkHealth(broken)).toMatchObject({
    ok: false,
    database: { ok: true },
    storage: { ok: false },
  });
});
