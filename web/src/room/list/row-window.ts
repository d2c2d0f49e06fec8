import { onNextFrame } from '../../platform/next-frame.ts';
import type { RoomStore, RoomView } from '../timeline/room-store.ts';
import type { Row } from '../timeline/row.ts';
import { firstFrom } from '../timeline/sorted.ts';
import { indexesOf, moveEdges, newestRange, oldestRange, type RowRange } from './row-range.ts';
import { ScrollKeeper } from './scroll-keeper.ts';

/** Rows in the page at first. */
const FIRST_ROWS = 40;
/** Rows added in a frame: as many as this device is likely to render in that time. */
const STEP_ROWS_MIN = 4;
const STEP_ROWS_MAX = 16;
const STEP_MS = 12;
/** How often the rows in view are told, at most. */
const LOOK_MS = 300;

/** The same object until something changes. */
export interface RowWindowView extends RoomView {
  /** Of all rows those that are in the page: one or two views above and below what is in view. */
  readonly shown: readonly Row[];
  readonly isAtEnd: boolean;
  /** How many messages others have written since the reader left the end. */
  readonly newCount: number;
  /** There may be more of them. */
  readonly isNewAtLeast: boolean;
}

/**
 * Keeps only the rows around the view in the page, however many there are, and the row under the eye
 * in its place. Loads older messages as the reader scrolls towards them.
 */
export class RowWindow {
  readonly #store: RoomStore;
  readonly #onSee: (place: string) => void;
  readonly #listeners = new Set<() => void>();
  #view: RowWindowView;
  #start = 0;
  /** null: the newest. */
  #range: RowRange | null = null;
  #isAtEnd = true;
  /** The newest message when the reader was at the end last. */
  #lastSeen = '';
  #scroller: HTMLElement | null = null;
  #keeper: ScrollKeeper | null = null;
  #isStartWanted = false;
  #isFitDue = false;
  #stepRows = STEP_ROWS_MIN;
  /** Infinity while none is being rendered. */
  #stepBegan = Infinity;
  /** In pixels, so far: as high it may become again, as when a phone's keyboard closes. */
  #highestView = 0;
  #lookTimer: ReturnType<typeof setTimeout> | undefined;

  /** `onSee` gets the place of the last row in view. */
  constructor(store: RoomStore, onSee: (place: string) => void) {
    this.#store = store;
    this.#onSee = onSee;
    this.#view = this.#viewOf(store.getView());
  }

  readonly getView = (): RowWindowView => this.#view;

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  };

  /** `list` is in `scroller`, and has a child for each row that is shown. */
  attach(scroller: HTMLElement, list: HTMLElement): () => void {
    this.#scroller = scroller;
    this.#keeper = new ScrollKeeper(scroller, list);
    const observer = new ResizeObserver(() => this.#hold());
    observer.observe(scroller);
    observer.observe(list);
    const onScroll = () => this.#scrolled();
    const onKeyDown = (event: KeyboardEvent) => this.#pressed(event);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    scroller.addEventListener('keydown', onKeyDown);
    const stops = [
      this.#store.subscribe(() => this.#publish()),
      // Who writes wants to see it.
      this.#store.subscribeToWritten(this.goToEnd),
    ];
    this.#publish();
    return () => {
      for (const stop of stops) stop();
      observer.disconnect();
      this.#scroller = null;
      scroller.removeEventListener('scroll', onScroll);
      scroller.removeEventListener('keydown', onKeyDown);
      clearTimeout(this.#lookTimer);
      this.#lookTimer = undefined;
    };
  }

  /** The page shows what `getView` has told; nothing is drawn yet. */
  rendered(): void {
    if (this.#isStartWanted) this.#keeper?.goToStart();
    this.#isStartWanted = false;
    this.#hold();
    if (this.#stepBegan < Infinity) this.#noteStep();
    this.#fitSoon();
    const box = this.#scroller;
    // Also after a page that has brought nothing to see: there is no further way to scroll.
    if (!this.#isAtEnd || (box !== null && box.scrollHeight <= box.clientHeight)) {
      this.#loadIfAtStart();
    }
    this.#lookSoon();
  }

  readonly goToStart = (): void => {
    this.#isStartWanted = true;
    this.#setAtEnd(false);
    this.#range = oldestRange(this.#view.rows, FIRST_ROWS);
    this.#publish();
    this.#store.loadOlder();
  };

  readonly goToEnd = (): void => {
    this.#keeper?.follow();
    this.#setAtEnd(true);
    this.#range = null;
    this.#store.goToNewest();
    this.#publish();
  };

  #hold(): void {
    const keeper = this.#keeper;
    keeper?.hold();
    // A taller window or fewer rows bring the end also to a reader who was not there.
    if (this.#isAtEnd || keeper?.isEndInView !== true || !this.#isNewestThere()) return;
    keeper.follow();
    this.#setAtEnd(true);
  }

  #isNewestThere(): boolean {
    const { rows, shown, missed } = this.#view;
    return this.#start + shown.length === rows.length && missed === null;
  }

  #scrolled(): void {
    const direction = this.#keeper?.readScroll(this.#isNewestThere()) ?? null;
    if (direction === null) return;
    this.#setAtEnd(this.#keeper?.isAtEnd ?? true);
    this.#fitSoon();
    if (direction === 'up') this.#loadIfAtStart();
    this.#lookSoon();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Home') this.goToStart();
    else if (event.key === 'End') this.goToEnd();
    else return;
    event.preventDefault();
  }

  #setAtEnd(isAtEnd: boolean): void {
    if (isAtEnd === this.#isAtEnd) return;
    this.#isAtEnd = isAtEnd;
    this.#store.setAtEnd(isAtEnd);
    this.#publish();
  }

  /** Once a frame: more rows than one can take wait for the next. */
  #fitSoon(): void {
    if (this.#isFitDue) return;
    this.#isFitDue = true;
    onNextFrame(() => {
      this.#isFitDue = false;
      // Rows that go before it is told what the reader scrolls would hide how far.
      if (this.#keeper?.isScrolling !== true) this.#fit();
    });
  }

  /** Adds rows where the view comes near an edge, takes away those that are far from it. */
  #fit(): void {
    const [box, keeper] = [this.#scroller, this.#keeper];
    if (box === null || keeper === null || this.#view.shown.length === 0) return;
    const below = box.scrollHeight - box.clientHeight - box.scrollTop;
    this.#highestView = Math.max(this.#highestView, box.clientHeight);
    const before = this.#range ?? newestRange(this.#view.rows, FIRST_ROWS);
    const range = moveEdges(this.#view.rows, before, {
      older: this.#edgeMove(keeper, 'above', keeper.scrolled),
      newer: this.#edgeMove(keeper, 'below', below),
      isFollowing: this.#isAtEnd,
    });
    if (range === this.#range) return;
    this.#range = range;
    if (range === before) return;
    keeper.leaveRoom(indexesOf(this.#view.rows, range)[0] - this.#start);
    this.#stepBegan = performance.now();
    this.#publish();
  }

  /** Half as many rows after a step that took too long, a few more after one that did not. */
  #noteStep(): void {
    const ms = performance.now() - this.#stepBegan;
    const rows = ms > STEP_MS ? this.#stepRows / 2 : this.#stepRows + 1;
    this.#stepRows = Math.min(STEP_ROWS_MAX, Math.max(STEP_ROWS_MIN, Math.floor(rows)));
    this.#stepBegan = Infinity;
  }

  #loadIfAtStart(): void {
    const { older, status } = this.#view;
    const box = this.#scroller;
    if (box === null || status !== 'loaded' || older !== 'more' || this.#start > 0) return;
    if (box.scrollTop < box.clientHeight) this.#store.loadOlder();
  }

  #lookSoon(): void {
    this.#lookTimer ??= setTimeout(() => {
      this.#lookTimer = undefined;
      const [first, last] = this.#keeper?.visibleRows() ?? [0, 0];
      const [from, to] = [this.#view.shown[first], this.#view.shown[last]];
      if (from === undefined || to === undefined) return;
      this.#store.look(from.place, to.place);
      this.#onSee(to.place);
    }, LOOK_MS);
  }

  #publish(): void {
    this.#view = this.#viewOf(this.#store.getView());
    for (const listener of this.#listeners) listener();
  }

  #viewOf(view: RoomView): RowWindowView {
    const { rows, missed } = view;
    const [chosenStart, chosenEnd] = indexesOf(rows, this.#range ?? newestRange(rows, FIRST_ROWS));
    // All of them are gone: the room has begun anew.
    if (chosenStart >= chosenEnd) this.#range = null;
    const [start, end] = indexesOf(rows, this.#range ?? newestRange(rows, FIRST_ROWS));
    this.#start = start;
    if (this.#isAtEnd)
      this.#lastSeen = rows.findLast(({ collection }) => collection !== null)?.place ?? '';
    const later = rows.slice(firstFrom(rows, this.#lastSeen));
    const others = later.filter(({ place, isOwn }) => !isOwn && place > this.#lastSeen);
    return {
      ...view,
      shown: rows.slice(start, end),
      isAtEnd: this.#isAtEnd && missed === null,
      newCount: this.#isAtEnd ? 0 : others.length + (missed?.count ?? 0),
      isNewAtLeast: missed?.isAtLeast === true,
    };
  }

  /** How many rows to add at an edge, or to take away, with that much between it and the view. */
  #edgeMove(keeper: ScrollKeeper, edge: 'above' | 'below', distancePx: number): number {
    const marginPx = this.#highestView;
    if (distancePx < marginPx) return this.#stepRows;
    if (distancePx > 2 * marginPx) return -keeper.rowsBeyond(edge, 1.5 * marginPx);
    return 0;
  }
}
