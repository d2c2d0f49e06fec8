import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import { entryStatus } from '../send-status.ts';
import type { Row } from './row.ts';
import type { StoredMessage } from './timeline.ts';

/** Messages of one person that are further apart do not share a heading. */
const GROUP_MS = 5 * 60_000;
/** The shortest day there is, where clocks are put forward. */
const SHORTEST_DAY_MS = 23 * 60 * 60_000;

/** Where the line above what came while the reader was away may go. */
export interface UnreadLine {
  /** The place of the last message that the reader had seen. */
  readonly after: string;
  /** When the reader came back, in milliseconds since 1970: what is written later is seen as it comes. */
  readonly cameBackAt: number;
}

export interface RowsInput {
  /** Oldest first. */
  readonly messages: readonly StoredMessage[];
  /** In sending order. */
  readonly entries: readonly OutboxEntry[];
  /** Messages that the reader has deleted. */
  readonly deleted: ReadonlySet<string>;
  /** Whose messages the reader does not want to see. */
  readonly hiddenUids: ReadonlySet<string>;
  readonly uid: string;
  /** The reader's name now: own messages show it before the backend has rewritten them. */
  readonly username: string;
  readonly isOnline: boolean;
  readonly unreadLine: UnreadLine | null;
}

type Above = Pick<Row, 'startsDay' | 'startsGroup' | 'startsUnread'>;
type RowContent = Omit<Row, keyof Above>;

/** Makes rows of messages, and the same row of the same message as long as nothing in it changes. */
export class RowMaker {
  readonly #made = new WeakMap<StoredMessage | OutboxEntry, Row>();

  rowsFrom(input: RowsInput): readonly Row[] {
    const { messages, entries, deleted, hiddenUids, uid, username, isOnline } = input;
    const separators = new Separators(input.unreadLine);
    const entryOf = new Map(entries.map((entry) => [entry.messageId, entry]));
    const arrived = new Set<string>();
    const rows: Row[] = [];
    for (const stored of messages) {
      const { messageId, message } = stored;
      if (deleted.has(messageId) || hiddenUids.has(message.uid)) continue;
      const isOwn = message.uid === uid;
      if (isOwn) arrived.add(messageId);
      const made = this.#made.get(stored);
      const entry = isOwn ? (entryOf.get(messageId) ?? null) : null;
      const isKept = made?.entry === entry && (!isOwn || made.username === username);
      const content = isKept ? made : contentFromMessage(stored, isOwn ? username : null, entry);
      rows.push(this.#rowFrom(stored, content, separators));
    }
    for (const [index, entry] of entries.entries()) {
      const { messageId } = entry;
      if (arrived.has(messageId) || deleted.has(messageId)) continue;
      const content = contentFromEntry(entry, index, username, isOnline);
      rows.push(this.#rowFrom(entry, content, separators));
    }
    return rows;
  }

  #rowFrom(source: StoredMessage | OutboxEntry, content: RowContent, separators: Separators): Row {
    const above = separators.above(content);
    const made = this.#made.get(source);
    if (made !== undefined && isSame(made, content) && isSame(made, above)) return made;
    const row = { ...content, ...above };
    this.#made.set(source, row);
    return row;
  }
}

function contentFromMessage(
  stored: StoredMessage,
  ownName: string | null,
  entry: OutboxEntry | null,
): RowContent {
  const { messageId, place, collection, message } = stored;
  return {
    messageId,
    place,
    collection,
    uid: message.uid,
    username: ownName ?? message.username,
    isOwn: ownName !== null,
    text: message.text,
    status: message.status,
    writtenAt: message.createdAt.toMillis(),
    attachments: message.attachments,
    entry,
  };
}

const NO_ATTACHMENTS: Row['attachments'] = [];

function contentFromEntry(
  entry: OutboxEntry,
  index: number,
  username: string,
  isOnline: boolean,
): RowContent {
  return {
    messageId: entry.messageId,
    // Above all digits, so after every message that has its place.
    place: `~${String(index).padStart(6, '0')}`,
    collection: null,
    uid: entry.uid,
    username,
    isOwn: true,
    text: entry.text,
    status: entryStatus(entry, isOnline),
    writtenAt: entry.queuedAt,
    attachments: NO_ATTACHMENTS,
    entry,
  };
}

function isSame(row: Row, part: Partial<Row>): boolean {
  if (part === row) return true;
  return (Object.keys(part) as (keyof Row)[]).every((key) => row[key] === part[key]);
}

/** What goes above each row, asked in the order of the rows. */
class Separators {
  readonly #unreadLine: UnreadLine | null;
  #dayStart = -Infinity;
  #before: RowContent | null = null;
  #isSeen = false;

  constructor(unreadLine: UnreadLine | null) {
    this.#unreadLine = unreadLine;
  }

  above(content: RowContent): Above {
    const startsDay = this.#startsDay(content.writtenAt);
    const startsUnread = this.#startsUnread(content);
    const before = this.#before;
    this.#before = content;
    const isApart =
      before === null ||
      before.uid !== content.uid ||
      content.writtenAt - before.writtenAt >= GROUP_MS;
    return { startsDay, startsUnread, startsGroup: startsDay || startsUnread || isApart };
  }

  /** Asks the calendar only where a new day is possible. */
  #startsDay(time: number): boolean {
    if (time >= this.#dayStart && time < this.#dayStart + SHORTEST_DAY_MS) return false;
    const start = new Date(time).setHours(0, 0, 0, 0);
    if (start <= this.#dayStart) return false;
    this.#dayStart = start;
    return true;
  }

  /** Above the first that somebody else wrote; nowhere if what comes before that is not known. */
  #startsUnread({ place, isOwn, writtenAt }: RowContent): boolean {
    if (this.#unreadLine === null) return false;
    if (place <= this.#unreadLine.after) {
      this.#isSeen = true;
      return false;
    }
    if (!this.#isSeen || isOwn) return false;
    this.#isSeen = false;
    return writtenAt < this.#unreadLine.cameBackAt;
  }
}
