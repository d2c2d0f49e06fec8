import { setTimeout as sleep } from 'node:timers/promises';
import type { Health, ServiceHealth } from '@plaza/shared/api';
import type { Message } from '@plaza/shared/message';
import { undeliveredMessages } from '@plaza/shared/query-spec';
import type { Backend } from '../platform/backend.ts';
import { toQuery } from '../platform/to-query.ts';

const SERVICE_TIMEOUT_MS = 5_000;
/** Longer than this, and people wonder whether anybody reads them. */
const BACKLOG_MAX_SECONDS = 60;

/** Asks the database and Storage for something small. */
export async function checkHealth({ db, bucket, now }: Backend): Promise<Health> {
  let backlogSeconds: number | null = null;
  const [database, storage] = await Promise.all([
    timed(async () => {
      const { docs } = await toQuery(db, undeliveredMessages(new Date(now()), 1)).get();
      const oldest = docs[0]?.data() as Message | undefined;
      const sentAt = oldest?.createdAt?.toMillis() ?? now();
      backlogSeconds = Math.max(0, Math.round((now() - sentAt) / 1_000));
    }),
    timed(() => bucket.getFiles({ maxResults: 1, autoPaginate: false })),
  ]);
  const isKeepingUp = backlogSeconds !== null && backlogSeconds <= BACKLOG_MAX_SECONDS;
  return { ok: database.ok && storage.ok && isKeepingUp, database, storage, backlogSeconds };
}

async function timed(ask: () => Promise<unknown>): Promise<ServiceHealth> {
  const startedAt = performance.now();
  const waiting = new AbortController();
  const timeout = sleep(SERVICE_TIMEOUT_MS, false, { signal: waiting.signal });
  timeout.catch(() => {});
  const answer = ask().then(
    () => true,
    () => false,
  );
  const ok = await Promise.race([answer, timeout]);
  waiting.abort();
  return { ok, ms: Math.round(performance.now() - startedAt) };
}
