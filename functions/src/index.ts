export { onMessageCreated } from './triggers/on-message-created.ts';
export { onMessageDeleted } from './triggers/on-message-deleted.ts';
