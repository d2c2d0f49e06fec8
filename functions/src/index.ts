export { deleteAccount } from './triggers/delete-account.ts';
export { exportMyData } from './triggers/export-my-data.ts';
export { onArchivedMessageDeleted } from './triggers/on-archived-message-deleted.ts';
export { onMessageCreated } from './triggers/on-message-created.ts';
export { onMessageDeleted } from './triggers/on-message-deleted.ts';
export { onUserRenamed } from './triggers/on-user-renamed.ts';
export { renameMessages } from './triggers/rename-messages.ts';
export { writeExport } from './triggers/write-export.ts';
