import type { Message } from '@plaza/shared/message';
import { undeliveredMessages } from '@plaza/shared/query-spec';
import { processMessage } from '../messages/process-message.ts';
import type { Backend } from '../platform/backend.ts';
import { toQuery } from '../platform/to-query.ts';
import { mendEach, type OnFailure } from './mend-each.ts';

const STUCK_AFTER_MS = 10 * 60_000;
const MESSAGES_PER_RUN = 200;

/** Delivers messages whose event was lost, or whose runs all died. */
export async function deliverStuckMessages(
  backend: Backend,
  onFailure: OnFailure,
): Promise<number> {
  const before = new Date(backend.now() - STUCK_AFTER_MS);
  const { docs } = await toQuery(backend.db, undeliveredMessages(before, MESSAGES_PER_RUN)).get();
  return mendEach(docs, onFailure, async (message) => {
    const { state } = await processMessage(backend, message.id, message.data() as Message);
    return state === 'delivered';
  });
}
