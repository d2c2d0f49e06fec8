import { GrpcStatus, type Firestore } from 'firebase-admin/firestore';
import { messagePath } from '@plaza/shared/paths';

/** Marks a message as delivered. A message that is gone stays gone. */
export async function deliverMessage(db: Firestore, messageId: string): Promise<void> {
  try {
    await db.doc(messagePath(messageId)).update({ status: 'delivered' });
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === GrpcStatus.NOT_FOUND;
}
