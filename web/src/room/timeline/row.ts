import type { Attachment } from '@plaza/shared/attachment';
import type { WindowSpec } from '../../firebase/window-members.ts';
import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import type { SendStatus } from '../send-status.ts';

/** A message as the list shows it. The same object as long as nothing in it changes. */
export interface Row {
  readonly messageId: string;
  /** Sorts as the list does: `placeFrom`, and after all of those the messages that are on their way. */
  readonly place: string;
  readonly uid: string;
  readonly username: string;
  readonly isOwn: boolean;
  readonly text: string;
  readonly status: SendStatus;
  /** Milliseconds since 1970: by the server's clock, by this device's while it is on its way. */
  readonly writtenAt: number;
  readonly attachments: readonly Attachment[];
  /** Set while it is in the outbox, which may be a moment longer than it takes to be stored. */
  readonly entry: OutboxEntry | null;
  /** Where it is stored; null while it is on its way. */
  readonly collection: WindowSpec['collection'] | null;
  /** The first of its day: a separator goes above. */
  readonly startsDay: boolean;
  /** The first of some by one person in a short time: name and time go above. */
  readonly startsGroup: boolean;
  /** The first that came while the reader was away. */
  readonly startsUnread: boolean;
}
