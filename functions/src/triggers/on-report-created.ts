import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { REPORTS } from '@plaza/shared/paths';
import type { Report } from '@plaza/shared/report';
import { backend } from '../platform/project.ts';
import { REGION } from '../platform/region.ts';
import { capCredit } from '../quotas/settle-ledger.ts';

/**
 * reports/{reportId} created → its reporter's idle credit is capped, as after a message.
 * It goes by what the ledger says, so running it twice or late is the same as once.
 */
export const onReportCreated = onDocumentCreated(
  {
    document: `${REPORTS}/{reportId}`,
    region: REGION,
    // Who only reports could keep all credit otherwise.
    retry: true,
    // It reads one document.
    concurrency: 80,
    memory: '256MiB',
    // Reports are rare; a flood of them waits.
    maxInstances: 3,
    timeoutSeconds: 60,
  },
  async ({ data }) => {
    if (data === undefined) return;
    const { db, now } = backend();
    await capCredit(db, (data.data() as Report).uid, now());
  },
);
