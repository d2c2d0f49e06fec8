import type { Message } from '@plaza/shared/message';
import type { MessageSnapshot } from '../firebase/messages.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import { entryStatus, type SendStatus } from './send-status.ts';

/** A message as the room shows it, whether the server has it or only this device. */
export interface TimelineItem {
  readonly messageId: string;
  readonly uid: string;
  readonly username: string;
  readonly text: string;
  readonly attachments: Message['attachments'];
  /** Null until the server has told its time. */
  readonly createdAt: Message['createdAt'];
  readonly status: SendStatus;
  /** Set while it is in the outbox. */
  readonly entry: OutboxEntry | null;
}

/**
 * What the server has, oldest first, then what is on its way, in sending order. A message that is in
 * both is one; one that its author has withdrawn is none.
 */
export function timelineOf(
  snapshots: readonly MessageSnapshot[],
  entries: readonly OutboxEntry[],
  username: string,
  isOnline: boolean,
): readonly TimelineItem[] {
  const entryOf = new Map(entries.map((entry) => [entry.messageId, entry]));
  const arrived = snapshots.map(({ messageId, message, isPending }): TimelineItem => {
    const entry = entryOf.get(messageId) ?? null;
    const waiting = isOnline ? 'sending' : 'queued';
    return { messageId, ...message, status: isPending ? waiting : message.status, entry };
  });
  const shown = new Set(arrived.map(({ messageId }) => messageId));
  const pending = entries
    .filter(({ messageId }) => !shown.has(messageId))
    .map((entry): TimelineItem => ({
      messageId: entry.messageId,
      uid: entry.uid,
      username,
      text: entry.text,
      attachments: [],
      createdAt: null,
      status: entryStatus(entry, isOnline),
      entry,
    }));
  return [...arrived, ...pending].filter(({ entry }) => entry?.state.status !== 'withdrawn');
}
