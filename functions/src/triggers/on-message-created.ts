import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import type { Message } from '@plaza/shared/message';
import { MESSAGES } from '@plaza/shared/paths';
import { processMessage } from '../messages/process-message.ts';
import { logOutcome } from '../platform/log-outcome.ts';
import { backend } from '../platform/project.ts';
import { REGION } from '../platform/region.ts';

/**
 * messages/{messageId} created → images published, uploads gone, counted against the author's
 * quota, `status: delivered`. `processMessage` says why running it twice, late or after a death is
 * the same as once.
 */
export const onMessageCreated = onDocumentCreated(
  {
    document: `${MESSAGES}/{messageId}`,
    region: REGION,
    // A run that dies is repeated: the message would stay `sent` otherwise.
    retry: true,
    // Nine of ten messages only wait for the database. Images take turns, one for each core: more
    // at once could not all end in time.
    concurrency: 10,
    cpu: 1,
    // One image holds up to 200 MB, ten events little.
    memory: '1GiB',
    // 1,000 messages a second of 50 ms are 50 runs at once; 100 images a second of 0.2 s are 20 cores.
    maxInstances: 60,
    // Four images of the slowest kind, behind those of nine others: a test adds up how long that is.
    // Nothing that an event starts may run longer.
    timeoutSeconds: 540,
  },
  async ({ data, params: { messageId } }) => {
    if (data === undefined) return;
    const startedAt = performance.now();
    const outcome = await processMessage(backend(), messageId, data.data() as Message);
    const labels = { messageId, ms: Math.round(performance.now() - startedAt) };
    logOutcome(outcome.state, labels);
    for (const reason of outcome.rejected) logOutcome('rejected', { ...labels, reason });
    if (outcome.isBlocked) logOutcome('blocked', labels);
  },
);
