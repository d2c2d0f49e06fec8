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

/**
 * archive/{messageId}: a message that has moved there, in the commit that deleted it from messages/.
 */
export interface ArchivedMessage extends Message {
  /**
   * The `updateTime` of the message that moved. It tells the deletion which is part of the move from
   * one by the author, who wants the images and the archived message gone as well.
   */
  readonly movedFrom: Timestamp;
}
