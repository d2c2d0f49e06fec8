import type { Row } from '../timeline/row.ts';
import { firstFrom } from '../timeline/sorted.ts';

/** Which rows are in the page, by their places, both included. */
export interface RowRange {
  readonly from: string;
  /** null: to the newest, whatever comes. */
  readonly to: string | null;
}

type Rows = readonly Pick<Row, 'place'>[];

/** The indexes of the first row and of the one after the last. */
export function indexesOf(rows: Rows, { from, to }: RowRange): readonly [number, number] {
  const start = firstFrom(rows, from);
  if (to === null) return [start, rows.length];
  const last = firstFrom(rows, to);
  return [start, rows[last]?.place === to ? last + 1 : last];
}

export function newestRange(rows: Rows, count: number): RowRange {
  return { from: rows[Math.max(0, rows.length - count)]?.place ?? '', to: null };
}

export function oldestRange(rows: Rows, count: number): RowRange {
  return { from: rows[0]?.place ?? '', to: rows[Math.min(count, rows.length) - 1]?.place ?? null };
}

export interface EdgeMoves {
  /** Rows to add before the first; to take away, if negative. */
  readonly older: number;
  /** Rows to add behind the last; to take away, if negative. */
  readonly newer: number;
  /** New rows come in by themselves from now on. */
  readonly isFollowing: boolean;
}

/** The same range if nothing moves. */
export function moveEdges(rows: Rows, range: RowRange, moves: EdgeMoves): RowRange {
  const [start, end] = indexesOf(rows, range);
  const nextStart = Math.max(0, start - moves.older);
  const nextEnd = Math.min(rows.length, end + moves.newer);
  const [first, last] = [rows[nextStart], rows[nextEnd - 1]];
  if (nextStart >= nextEnd || first === undefined || last === undefined) return range;
  const to = moves.isFollowing && nextEnd === rows.length ? null : last.place;
  return first.place === range.from && to === range.to ? range : { from: first.place, to };
}
