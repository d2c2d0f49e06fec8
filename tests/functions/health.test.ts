import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Health } from '@plaza/shared/api';
import { messagePath } from '@plaza/shared/paths';
import { checkHealth } from '../../functions/src/health/check-health.ts';
import { createMessage } from './messages.ts';
import { deployedProject, quietProject } from './projects.ts';

const quiet = quietProject(`demo-health-${randomUUID().slice(0, 8)}`);

test('[FN29] anybody may ask how the backend is, and only ask', async () => {
  const url = `${process.env['PLAZA_URL']}/api/health`;
  // A function that is just being started may have no time left for what it asks.
  await vi.waitFor(
    async () => {
      const response = await fetch(url);
      const health = (await response.json()) as Health;
      expect(health.database.ok && health.storage.ok).toBe(true);
      expect(response.status).toBe(health.ok ? 200 : 503);
    },
    { timeout: 20_000, interval: 1_000 },
  );
  expect((await fetch(url, { method: 'POST' })).status).toBe(405);
});

test('[FN29] a backlog of more than a minute is not healthy', async () => {
  expect(await checkHealth(quiet)).toMatchObject({ ok: true, backlogSeconds: 0 });
  const sentAt = Date.now();
  await createMessage(quiet.db, { createdAt: sentAt });
  const after = (seconds: number) => checkHealth({ ...quiet, now: () => sentAt + seconds * 1_000 });
  expect(await after(60)).toMatchObject({ ok: true, backlogSeconds: 60 });
  const late = { ok: false, backlogSeconds: 61, database: { ok: true }, storage: { ok: true } };
  expect(await after(61)).toMatchObject(late);
});

test('[FN29] a backlog is answered with 503', async () => {
  const { db } = deployedProject();
  // Only what is created is delivered: as one that its event has not reached, it waits.
  const messageId = await createMessage(db, {
    createdAt: Date.now() - 90_000,
    status: 'delivered',
  });
  const message = db.doc(messagePath(messageId));
  await message.update({ status: 'sent' });
  onTestFinished(() => void message.delete());
  await vi.waitFor(
    async () => {
      const response = await fetch(`${process.env['PLAZA_URL']}/api/health`);
      const { ok, backlogSeconds } = (await response.json()) as Health;
      expect(backlogSeconds).toBeGreaterThanOrEqual(90);
      expect({ ok, status: response.status }).toEqual({ ok: false, status: 503 });
    },
    { timeout: 20_000, interval: 1_000 },
  );
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
