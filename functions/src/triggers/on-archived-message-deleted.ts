import { onDocumentDeleted } from 'firebase-functions/v2/firestore';
import type { Message } from '@plaza/shared/message';
import { ARCHIVE } from '@plaza/shared/paths';
import { removeMessage } from '../messages/remove-message.ts';
import { logOutcome } from '../platform/log-outcome.ts';
import { backend } from '../platform/project.ts';
import { REGION } from '../platform/region.ts';

/**
 * archive/{messageId} deleted → the images and thumbnails of the message are gone.
 * It only deletes, so running it twice, late or before the pipeline has ended is the same as once.
 */
export const onArchivedMessageDeleted = onDocumentDeleted(
  {
    document: `${ARCHIVE}/{messageId}`,
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
  async ({ data, params: { messageId } }) => {
    if (data === undefined) return;
    const startedAt = performance.now();
    const outcome = await removeMessage(backend(), messageId, data.data() as Message);
    logOutcome(outcome, { messageId, ms: Math.round(performance.now() - startedAt) });
  },
);
