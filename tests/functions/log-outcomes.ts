import { initializeApp } from 'firebase-admin/app';
import { getFirestore, type QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { QUOTA_MESSAGES_PER_MINUTE } from '@plaza/shared/limits';
import { messagePath, quotaPath } from '@plaza/shared/paths';
import { windowKeys } from '../../functions/src/quotas/quota.ts';
import { onMessageCreated } from '../../functions/src/triggers/on-message-created.ts';
import { onMessageDeleted } from '../../functions/src/triggers/on-message-deleted.ts';
import { createMessage } from './messages.ts';

// A process of its own, whose output is what the functions log.
initializeApp();
const db = getFirestore();

const at = Date.now() + 60_000;
const used = Object.fromEntries(windowKeys(at).map((key) => [key, QUOTA_MESSAGES_PER_MINUTE]));
await db.doc(quotaPath('uid-1')).set({ messages: used });
const messageId = await createMessage(db, {
  uid: 'uid-1',
  username: 'SecretName',
  text: 'SecretText secret@example.com',
  createdAt: at,
  images: [Buffer.from('SecretBytes')],
});
const data = (await db.doc(messagePath(messageId)).get()) as QueryDocumentSnapshot;
const event = { data, params: { messageId } };
await onMessageCreated.run(event as unknown as Parameters<typeof onMessageCreated.run>[0]);
await onMessageCreated.run(event as unknown as Parameters<typeof onMessageCreated.run>[0]);
await db.doc(messagePath(messageId)).delete();
await onMessageDeleted.run(event as unknown as Parameters<typeof onMessageDeleted.run>[0]);
