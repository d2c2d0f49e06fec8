import { onDocumentDeleted } from 'firebase-functions/v2/firestore';
import { MESSAGES } from '@plaza/shared/paths';
import { removeDeletedMessage } from '../messages/remove-message.ts';
import { logOutcome } from '../platform/log-outcome.ts';
import { backend } from '../platform/project.ts';
import { REGION } from '../platform/region.ts';

/**
 * messages/{messageId} deleted → uploads, images, thumbnails and the copy in the archive are gone,
 * unless the message has moved to the archive. It only deletes, so running it twice, late or before the pipeline has ended is the same as once.
 */
export const onMessageDeleted = onDocumentDeleted(
  {
    document: `${MESSAGES}/{messageId}`,
    region: REGION,
    // What is left over would cost money, and somebody wanted it gone.
    retry: true,
    // It waits for the database and for Storage only.
    concurrency: 80,
    memory: '256MiB',
    // Somebody who deletes an account with 10,000 messages keeps a few busy; later ones wait.
    maxInstances: 10,
    timeoutSeconds: 60,
  },
  async ({ data }) => {
    if (data === undefined) return;
    const startedAt = performance.now();
    const outcome = await removeDeletedMessage(backend(), data);
    logOutcome(outcome, { messageId: data.id, ms: Math.round(performance.now() - startedAt) });
  },
);
