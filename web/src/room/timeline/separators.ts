import type { Row } from './row.ts';

/** Messages of one person that are further apart do not share a heading. */
const GROUP_MS = 5 * 60_000;
/** The longest day there is, where clocks are put back. */
const LONGEST_DAY_MS = 25 * 60 * 60_000;

/** Where the line above what came while the reader was away may go. */
export interface UnreadLine {
  /** The place of the last message that the reader had seen. */
  readonly after: string;
  /** When the reader came back, in milliseconds since 1970: what is written later is seen as it comes. */
  readonly cameBackAt: number;
}

export type Separators = Pick<Row, 'startsDay' | 'startsGroup' | 'startsUnread'>;

/** What goes above a row with this content. `earlier`: the rows before it, null where there is none. */
export function separatorsAbove(
  content: Omit<Row, keyof Separators>,
  earlier: readonly (Row | null)[],
  unreadLine: UnreadLine | null,
): Separators {
  const before = lastOf(earlier);
  const startsDay = before === null || isDayAfter(content.writtenAt, before.writtenAt);
  const startsUnread = unreadLine !== null && isFirstUnread(content, earlier, unreadLine);
  const isApart =
    before === null ||
    before.uid !== content.uid ||
    content.writtenAt - before.writtenAt >= GROUP_MS;
  return { startsDay, startsUnread, startsGroup: startsDay || startsUnread || isApart };
}

function lastOf(rows: readonly (Row | null)[]): Row | null {
  let index = rows.length - 1;
  while (index > 0 && rows[index] === null) index -= 1;
  return rows[index] ?? null;
}

function isDayAfter(time: number, before: number): boolean {
  if (time <= before) return false;
  return time - before >= LONGEST_DAY_MS || new Date(time).getDate() !== new Date(before).getDate();
}

/** The first that somebody else wrote; none if what comes before that is not known. */
function isFirstUnread(
  { place, isOwn, writtenAt }: Pick<Row, 'place' | 'isOwn' | 'writtenAt'>,
  earlier: readonly (Row | null)[],
  { after, cameBackAt }: UnreadLine,
): boolean {
  if (isOwn || place <= after || writtenAt >= cameBackAt) return false;
  const known = earlier.findLast(
    (row) => row !== null && (!row.isOwn || row.place <= after),
  )?.place;
  return known !== undefined && known <= after;
}
