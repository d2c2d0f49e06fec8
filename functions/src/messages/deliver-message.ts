import type { Firestore } from 'firebase-admin/firestore';
import type { Attachment } from '@plaza/shared/attachment';
import type { Message } from '@plaza/shared/message';
import { messagePath, uploadPath, userPath } from '@plaza/shared/paths';
import type { UserProfile } from '@plaza/shared/user-profile';
import { countMessage } from '../quotas/count-message.ts';

/** `already-delivered`: by another run. */
export type Delivery = 'delivered' | 'already-delivered' | 'gone';

/**
 * The one commit that publishes a message: images and status, the author's present name, the
 * uploads gone, the message counted for the quota. The status is what makes it happen once: a
 * second run finds `delivered`, or no message, and changes nothing.
 */
export function deliverMessage(
  db: Firestore,
  messageId: string,
  uid: string,
  attachments: readonly Attachment[],
): Promise<Delivery> {
  const document = db.doc(messagePath(messageId));
  return db.runTransaction(async (transaction) => {
    const [message, profile] = await transaction.getAll(document, db.doc(userPath(uid)));
    const sent = message?.data() as Message | undefined;
    if (sent === undefined) return 'gone';
    if (sent.status !== 'sent') return 'already-delivered';

    // A message that was queued before a rename carries the name of then.
    const { username } = (profile?.data() as UserProfile | undefined) ?? sent;
    transaction.update(document, {
      status: 'delivered',
      ...(username !== sent.username && { username }),
      ...(attachments.length > 0 && { attachments }),
    });
    attachments.forEach((_, index) => transaction.delete(db.doc(uploadPath(messageId, index))));
    countMessage(db, transaction, uid, sent.createdAt?.toMillis() ?? 0, attachments.length);
    return 'delivered';
  });
}
