import { getAuth } from 'firebase-admin/auth';
import { error } from 'firebase-functions/logger';
import { onSchedule } from 'firebase-functions/v2/scheduler';
import { enqueueTask } from '../platform/enqueue-task.ts';
import { logOutcome } from '../platform/log-outcome.ts';
import { app, backend } from '../platform/project.ts';
import { REGION } from '../platform/region.ts';
import { reconcile } from '../reconcile/reconcile.ts';

/**
 * Every quarter of an hour → what lost events and dead runs have left behind is mended.
 * `reconcile` reads what is there and mends what is wrong, so twice, late or beside itself is the
 * same as once.
 */
export const reconcileEverything = onSchedule(
  {
    schedule: 'every 15 minutes',
    region: REGION,
    // It may have to publish images.
    memory: '1GiB',
    concurrency: 1,
    // Two at once would do the same work.
    maxInstances: 1,
    timeoutSeconds: 540,
    // The next run comes soon enough.
    retryCount: 0,
  },
  async () => {
    const startedAt = performance.now();
    const account = { ...backend(), auth: getAuth(app()) };
    const mended = await reconcile(
      account,
      (task) => enqueueTask('renameMessages', task),
      (failure) => error('not reconciled', failure),
    );
    const ms = Math.round(performance.now() - startedAt);
    for (const [reason, count] of Object.entries(mended)) {
      if (count > 0) logOutcome('reconciled', { reason, count, ms });
    }
  },
);
