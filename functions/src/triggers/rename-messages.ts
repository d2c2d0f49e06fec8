import { setTimeout as sleep } from 'node:timers/promises';
import { onTaskDispatched } from 'firebase-functions/v2/tasks';
import { enqueueTask } from '../platform/enqueue-task.ts';
import { logOutcome } from '../platform/log-outcome.ts';
import { backend } from '../platform/project.ts';
import { REGION } from '../platform/region.ts';
import { renameMessages as rename } from '../rename/rename-messages.ts';
import type { RenameTask } from '../rename/rename-page.ts';

/**
 * A task of `onUserRenamed`, or of the one before → some pages of somebody's messages carry the
 * present name. `renamePage` says why a task may run twice, late or beside another.
 */
export const renameMessages = onTaskDispatched<RenameTask>(
  {
    region: REGION,
    // One at a time, in one instance: that is what bounds the updates that listeners get.
    rateLimits: { maxConcurrentDispatches: 1, maxDispatchesPerSecond: 5 },
    concurrency: 1,
    maxInstances: 1,
    // A task that fails for an hour is left to the reconciliation.
    retryConfig: { maxAttempts: 20, minBackoffSeconds: 1, maxBackoffSeconds: 300 },
    memory: '256MiB',
    // Five pages take 5 s, and a minute when the database is slow.
    timeoutSeconds: 120,
  },
  async ({ data }) => {
    const startedAt = performance.now();
    const pace = { now: () => performance.now(), sleep: (ms: number) => sleep(ms) };
    const { db } = backend();
    const count = await rename(db, data, pace, (next) => enqueueTask('renameMessages', next));
    logOutcome('renamed', { uid: data.uid, count, ms: Math.round(performance.now() - startedAt) });
  },
);
