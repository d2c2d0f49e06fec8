export { onMessageCreated } from './triggers/on-message-created.ts';
