import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { MESSAGES } from '@plaza/shared/paths';
import { db } from '../platform/db.ts';
import { deliverMessage } from '../messages/deliver-message.ts';

/**
 * messages/{messageId} created → `status: delivered`.
 * Running it twice writes the same value twice; a message deleted meanwhile stays deleted.
 */
export const onMessageCreated = onDocumentCreated(
  { document: `${MESSAGES}/{messageId}`, retry: true },
  (event) => deliverMessage(db(), event.params.messageId),
);
