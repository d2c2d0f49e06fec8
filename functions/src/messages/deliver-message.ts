import type { Firestore } from 'firebase-admin/firestore';
import type { Attachment } from '@plaza/shared/attachment';
import type { Message } from '@plaza/shared/message';
import { messagePath, uploadPath, userPath } from '@plaza/shared/paths';
import type { UserProfile } from '@plaza/shared/user-profile';
import { countMessage } from '../quotas/count-message.ts';
import { isSameMessage } from './is-same-message.ts';

/** `already-delivered`: by another run. `replaced`: the id is that of a later message now. */
export type Delivery = 'delivered' | 'already-delivered' | 'gone' | 'replaced';

/** What is left to do for a message that was created, as its document is now. */
export function stateOf(
  current: Message | undefined,
  created: Message,
): Exclude<Delivery, 'delivered'> | 'sent' {
  if (current === undefined) return 'gone';
  if (!isSameMessage(current, created)) return 'replaced';
  return current.status === 'sent' ? 'sent' : 'already-delivered';
}

/**
 * The one commit that publishes a message: images and status, the author's present name, the
 * uploads gone, the message counted for the quota. The status is what makes it happen once: a
 * second run finds `delivered`, or no message, or another under its id, and changes nothing. What was
 * deleted while its images were worked on is counted all the same, unless the account is gone, too.
 */
export function deliverMessage(
  db: Firestore,
  messageId: string,
  created: Message,
  attachments: readonly Attachment[],
): Promise<Delivery> {
  const document = db.doc(messagePath(messageId));
  return db.runTransaction(async (transaction) => {
    const [message, profile] = await transaction.getAll(document, db.doc(userPath(created.uid)));
    const sent = message?.data() as Message | undefined;
    const state = stateOf(sent, created);
    const isDeleted = state === 'gone' || state === 'replaced';
    const wasWorkedOn = attachments.length > 0 && profile?.exists === true;
    if (state === 'sent' || (isDeleted && wasWorkedOn)) {
      const at = created.createdAt?.toMillis() ?? 0;
      countMessage(db, transaction, created.uid, at, attachments.length);
    }
    if (state !== 'sent') return state;

    // A message that was queued before a rename carries the name of then.
    const username = (profile?.data() as UserProfile | undefined)?.username ?? sent?.username;
    transaction.update(document, {
      status: 'delivered',
      ...(username !== sent?.username && { username }),
      ...(attachments.length > 0 && { attachments }),
    });
    attachments.forEach((_, index) => transaction.delete(db.doc(uploadPath(messageId, index))));
    return 'delivered';
  });
}
