import type { Message } from '@plaza/shared/message';
import { undeliveredMessages } from '@plaza/shared/query-spec';
import { processMessage } from '../messages/process-message.ts';
import type { Backend } from '../platform/backend.ts';
import { toQuery } from '../platform/to-query.ts';
import { mendEach, type OnFailure } from './mend-each.ts';

const STUCK_AFTER_MS = 10 * 60_000;
const MESSAGES_PER_RUN = 200;
/** A third of a run, as slow images may take a minute for each message. The others have to get their turn. */
const BUDGET_MS = 180_000;

/** Delivers messages whose event was lost, or whose runs all died. */
export async function deliverStuckMessages(
  backend: Backend,
  onFailure: OnFailure,
): Promise<number> {
  const startedAt = backend.now();
  const before = new Date(startedAt - STUCK_AFTER_MS);
  const { docs } = await toQuery(backend.db, undeliveredMessages(before, MESSAGES_PER_RUN)).get();
  return mendEach(docs, onFailure, async (message) => {
    if (backend.now() > startedAt + BUDGET_MS) return false;
    const { state } = await processMessage(backend, message.id, message.data() as Message);
    return state === 'delivered';
  });
}
