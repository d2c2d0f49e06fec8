import { onCall } from 'firebase-functions/v2/https';
import type { DataExport } from '@plaza/shared/api';
import { requestExport } from '../export/data-export.ts';
import { callerOf, ENFORCE_APP_CHECK } from '../platform/caller.ts';
import { enqueueTask } from '../platform/enqueue-task.ts';
import { backend } from '../platform/project.ts';
import { REGION } from '../platform/region.ts';

/** Called by somebody signed in → an export begins, or what has become of it. Asking again is waiting. */
export const exportMyData = onCall(
  {
    region: REGION,
    enforceAppCheck: ENFORCE_APP_CHECK,
    // It reads one document.
    concurrency: 80,
    memory: '256MiB',
    maxInstances: 5,
    timeoutSeconds: 30,
  },
  (request): Promise<DataExport> =>
    requestExport(backend(), callerOf(request).uid, (task) => enqueueTask('writeExport', task)),
);
