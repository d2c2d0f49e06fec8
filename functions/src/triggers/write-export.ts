import { getAuth } from 'firebase-admin/auth';
import { onTaskDispatched } from 'firebase-functions/v2/tasks';
import type { ExportTask } from '../export/data-export.ts';
import { writeExportPart } from '../export/write-export-part.ts';
import { enqueueTask } from '../platform/enqueue-task.ts';
import { logOutcome } from '../platform/log-outcome.ts';
import { app, backend } from '../platform/project.ts';
import { REGION } from '../platform/region.ts';

/**
 * A task of `exportMyData`, or of the part before → one zip file of somebody's data.
 * `writeExportPart` says why it may run again; the task for the next part has one name, however
 * often it is enqueued.
 */
export const writeExport = onTaskDispatched<ExportTask>(
  {
    region: REGION,
    // An export is worth waiting for, not worth slowing the room down for.
    rateLimits: { maxConcurrentDispatches: 5, maxDispatchesPerSecond: 5 },
    concurrency: 1,
    maxInstances: 5,
    // For over an hour: the name of a task that was given up stays taken, so until the export
    // expires nobody could go on with it.
    retryConfig: { maxAttempts: 20, minBackoffSeconds: 5, maxBackoffSeconds: 300 },
    // The pictures of one message, 100 KB each, and the texts of a part.
    memory: '512MiB',
    // 2,000 messages take 100 s if the pictures of one, read at once, take 50 ms.
    timeoutSeconds: 540,
  },
  async ({ data }) => {
    const startedAt = performance.now();
    const next = await writeExportPart({ ...backend(), auth: getAuth(app()) }, data);
    if (next !== null) await enqueueTask('writeExport', next);
    logOutcome('exported', { uid: data.uid, ms: Math.round(performance.now() - startedAt) });
  },
);
