export { onMessageCreated } from './triggers/on-message-created.ts';
export { onMessageDeleted } from './triggers/on-message-deleted.ts';
export { onUserRenamed } from './triggers/on-user-renamed.ts';
export { renameMessages } from './triggers/rename-messages.ts';
