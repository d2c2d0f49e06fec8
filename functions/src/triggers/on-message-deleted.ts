import { onDocumentDeleted } from 'firebase-functions/v2/firestore';
import { MESSAGES } from '@plaza/shared/paths';
import { removeMessage } from '../messages/remove-message.ts';
import { logOutcome } from '../platform/log-outcome.ts';
import { backend } from '../platform/project.ts';
import { REGION } from '../platform/region.ts';

/**
 * messages/{messageId} deleted → uploads, images, thumbnails and the copy in the archive are gone.
 * It only deletes, so running it twice, late or before the pipeline has ended is the same as once.
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
  async ({ params: { messageId } }) => {
    const startedAt = performance.now();
    await removeMessage(backend(), messageId);
    logOutcome('removed', { messageId, ms: Math.round(performance.now() - startedAt) });
  },
);
