import { FieldValue, type Firestore, type Transaction } from 'firebase-admin/firestore';
import { quotaPath } from '@plaza/shared/paths';
import { windowKeys } from './quota.ts';

/**
 * Counts a message in the commit that delivers it, so each is counted once. It adds without
 * reading: a queue of thirty messages that arrives at once does not wait for one document.
 */
export function countMessage(
  db: Firestore,
  transaction: Transaction,
  uid: string,
  at: number,
  images: number,
): void {
  const add = (amount: number) =>
    Object.fromEntries(windowKeys(at).map((key) => [key, FieldValue.increment(amount)]));
  const counts = { messages: add(1), ...(images > 0 && { images: add(images) }) };
  transaction.set(db.doc(quotaPath(uid)), counts, { merge: true });
}
