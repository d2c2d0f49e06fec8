import type { Attachment, RejectionReason } from '@plaza/shared/attachment';
import type { Message } from '@plaza/shared/message';
import { archivePath, messagePath } from '@plaza/shared/paths';
import type { Backend } from '../platform/backend.ts';
import { enforceQuota } from '../quotas/enforce-quota.ts';
import { deliverMessage, stateOf, type Delivery } from './deliver-message.ts';
import { isSameMessage } from './is-same-message.ts';
import { publishImages } from './publish-images.ts';
import { removeMessage } from './remove-message.ts';
import { takeBackAttempt, takeUploads } from './take-uploads.ts';

export interface Outcome {
  readonly state: Delivery;
  /** Why images of a message delivered by this run were rejected. */
  readonly rejected: readonly RejectionReason[];
  /** This message brought a block upon its author. */
  readonly isBlocked: boolean;
}

/**
 * Publishes a message that was created: `created` is the document as it was then.
 *
 * Right when run twice, late, beside itself, or again after it died anywhere: objects have names
 * that each run arrives at, the rest happens in one commit that only the first run makes, and what
 * comes after that commit is done by every run. A message deleted meanwhile leaves nothing: this
 * run looks for it after the last object is written, `removeMessage` after the document is gone.
 */
export async function processMessage(
  backend: Backend,
  messageId: string,
  created: Message,
): Promise<Outcome> {
  // Written by the backend itself, or by an import.
  if (created.status !== 'sent')
    return { state: 'already-delivered', rejected: [], isBlocked: false };
  const [state, attachments] = await deliver(backend, messageId, created);
  // For one that is gone, too: else who deletes each message at once would keep all credit.
  const sentAt = created.createdAt?.toMillis() ?? 0;
  const isBlocked = await enforceQuota(backend.db, created.uid, sentAt, backend.now());
  const isDeleted = state === 'gone' || state === 'replaced';
  if (isDeleted && created.attachments.length > 0) await leaveNothing(backend, messageId, created);
  const reasons = attachments.flatMap(({ reason }) => reason ?? []);
  return { state, rejected: state === 'delivered' ? reasons : [], isBlocked };
}

async function deliver(
  backend: Backend,
  messageId: string,
  created: Message,
): Promise<[Delivery, readonly Attachment[]]> {
  const { db, now } = backend;
  const { attachments: claimed, createdAt } = created;
  if (claimed.length === 0) return [await deliverMessage(db, messageId, created, []), []];

  const current = await db.doc(messagePath(messageId)).get();
  const state = stateOf(current.data() as Message | undefined, created);
  if (state !== 'sent') return [state, []];
  const ageMs = now() - (createdAt?.toMillis() ?? 0);
  const uploads = await takeUploads(db, messageId, claimed.length, ageMs);
  try {
    const published = await publishImages(backend, { messageId, createdAt }, claimed, uploads);
    return [await deliverMessage(db, messageId, created, published), published];
  } catch (error) {
    // The run has not ended: something is out of order, and no image's fault.
    await takeBackAttempt(db, messageId, claimed.length, ageMs);
    throw error;
  }
}

/** Unless the message has moved to the archive, as an event that comes a day late finds it. */
async function leaveNothing(backend: Backend, messageId: string, created: Message): Promise<void> {
  const archived = await backend.db.doc(archivePath(messageId)).get();
  if (isSameMessage(archived.data() as Message | undefined, created)) return;
  await removeMessage(backend, messageId, created);
}
