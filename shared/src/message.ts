import type { Attachment } from './attachment.ts';
import type { Timestamp } from './timestamp.ts';

/** `sent`: committed by its author. `delivered`: accepted and published by the backend. */
export type MessageStatus = 'sent' | 'delivered';

/** messages/{messageId} */
export interface Message {
  readonly uid: string;
  readonly username: string;
  readonly text: string;
  /** The server's time. `null` only in a client's own copy that the server has not confirmed. */
  readonly createdAt: Timestamp | null;
  readonly shard: number;
  readonly status: MessageStatus;
  readonly attachments: readonly Attachment[];
}
