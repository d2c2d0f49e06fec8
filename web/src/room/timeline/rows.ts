import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import { entryStatus } from '../send-status.ts';
import type { Row } from './row.ts';
import { separatorsAbove, type Separators, type UnreadLine } from './separators.ts';
import type { StoredMessage } from './timeline.ts';

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

type RowContent = Omit<Row, keyof Separators>;
/** The row of each message; null where none is shown. */
type RowOfEach = readonly (Row | null)[];

interface Made {
  readonly input: RowsInput;
  readonly messages: readonly StoredMessage[];
  readonly rowOfEach: RowOfEach;
}

const NOTHING_MADE: Pick<Made, 'messages' | 'rowOfEach'> = { messages: [], rowOfEach: [] };

/**
 * Makes rows of messages, and the same row of the same message as long as nothing in it changes.
 * Looks only at messages that have come, changed or gone since the last time, and at what is below
 * them; at all when the reader, or what is on its way, has changed.
 */
export class RowMaker {
  readonly #made = new WeakMap<StoredMessage | OutboxEntry, Row>();
  #last: Made | null = null;

  rowsFrom(input: RowsInput): readonly Row[] {
    const rowOfEach = this.#rowOfEach(input);
    this.#last = { input, messages: [...input.messages], rowOfEach };
    const rows = rowOfEach.filter((row) => row !== null);
    if (input.entries.length === 0) return rows;
    const arrived = new Set(rows.map(({ entry }) => entry?.messageId));
    for (const [index, entry] of input.entries.entries()) {
      if (arrived.has(entry.messageId) || input.deleted.has(entry.messageId)) continue;
      const content = contentFromEntry(entry, index, input);
      rows.push(this.#rowFrom(entry, content, rows, input));
    }
    return rows;
  }

  #rowOfEach(input: RowsInput): RowOfEach {
    const { messages, entries } = input;
    const known = this.#last;
    const last = known !== null && isSameReader(known.input, input) ? known : NOTHING_MADE;
    const [start, end] = sameEnds(last.messages, messages);
    const entryOf = new Map(entries.map((entry) => [entry.messageId, entry]));
    const rowOfEach = last.rowOfEach.slice(0, start);
    for (const stored of messages.slice(start)) {
      const row = this.#rowOfMessage(stored, entryOf, rowOfEach, input);
      rowOfEach.push(row);
      const below = messages.length - rowOfEach.length;
      if (below >= end || row === null || row.isOwn) continue;
      // Nothing above another's message tells on those below.
      return below === 0 ? rowOfEach : [...rowOfEach, ...last.rowOfEach.slice(-below)];
    }
    return rowOfEach;
  }

  #rowOfMessage(
    stored: StoredMessage,
    entryOf: ReadonlyMap<string, OutboxEntry>,
    earlier: RowOfEach,
    input: RowsInput,
  ): Row | null {
    const { messageId, message } = stored;
    if (input.deleted.has(messageId) || input.hiddenUids.has(message.uid)) return null;
    const ownName = message.uid === input.uid ? input.username : null;
    const made = this.#made.get(stored);
    const entry = ownName === null ? null : (entryOf.get(messageId) ?? null);
    const isKept = made?.entry === entry && (ownName === null || made.username === ownName);
    const content = isKept ? made : contentFromMessage(stored, ownName, entry);
    return this.#rowFrom(stored, content, earlier, input);
  }

  #rowFrom(
    source: StoredMessage | OutboxEntry,
    content: RowContent,
    earlier: RowOfEach,
    { unreadLine }: RowsInput,
  ): Row {
    const separators = separatorsAbove(content, earlier, unreadLine);
    const made = this.#made.get(source);
    if (made !== undefined && isSame(made, content) && isSame(made, separators)) return made;
    const row = { ...content, ...separators };
    this.#made.set(source, row);
    return row;
  }
}

function isSameReader(one: RowsInput, other: RowsInput): boolean {
  const { uid, username, unreadLine, hiddenUids, deleted, entries } = other;
  return (
    isSame(one, { uid, username, unreadLine, hiddenUids, deleted }) &&
    one.entries.length === entries.length &&
    one.entries.every((entry, index) => entry === entries[index])
  );
}

/** How many are the same at the start, and of the others at the end. */
function sameEnds<T>(one: readonly T[], other: readonly T[]): readonly [number, number] {
  const most = Math.min(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < most && one[start] === other[start]) start += 1;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [start, end];
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
  { username, isOnline }: RowsInput,
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

function isSame<T extends object>(whole: T, part: Partial<T>): boolean {
  if (part === whole) return true;
  return (Object.keys(part) as (keyof T)[]).every((key) => whole[key] === part[key]);
}
