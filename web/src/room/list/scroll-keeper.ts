const AT_END_PX = 24;
/** Whoever scrolls up leaves the end at once, however fast others write. */
const LEFT_END_PX = 2;
/** Smaller differences are rounding. */
const MOVED_PX = 0.5;
/** Browsers lay out some 30 million pixels. */
const LEFT_ROOM_MAX_PX = 10_000_000;
/** So many rows are remembered, in case the first ones go. */
const ANCHORS_MAX = 12;

interface Anchor {
  readonly row: Element;
  /** In the browser window, where the eye is. */
  readonly top: number;
}

/**
 * Keeps the row under the eye where it is while others come, go and change their size: the first one
 * that begins in view. Who is at the end stays there. The browser's own anchoring is off, so it
 * scrolls only for the reader, or where the list has become too short.
 */
export class ScrollKeeper {
  readonly #scroller: HTMLElement;
  readonly #list: HTMLElement;
  #anchors: readonly Anchor[] = [];
  #lastTop = 0;
  #isAtEnd = true;
  /** In pixels, when the list was at rest last; as is `#lastTop`. */
  #viewHeight = 0;
  #leftRoom = 0;

  constructor(scroller: HTMLElement, list: HTMLElement) {
    this.#scroller = scroller;
    this.#list = list;
  }

  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** The reader has scrolled, and `readScroll` has not told it yet. */
  get isScrolling(): boolean {
    return Math.abs(this.#movedByReader()) >= 1;
  }

  /** The list ends in view, and the reader is not scrolling. */
  get isEndInView(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    return !this.isScrolling && scrollHeight - clientHeight - scrollTop < 1;
  }

  /** How far the list is scrolled, in pixels, from its first row on. */
  get scrolled(): number {
    return this.#scroller.scrollTop - this.#leftRoom;
  }

  /**
   * The first rows are about to go. At the end their room stays: where others come below in the same
   * frame, the browser would see those between them jump, not scroll.
   */
  leaveRoom(rows: number): void {
    const [first, next] = [this.#list.children[0], this.#list.children[rows]];
    if (!this.#isAtEnd || first === undefined || next === undefined) return;
    const room = this.#leftRoom + topOf(next) - topOf(first);
    this.#setLeftRoom(room > LEFT_ROOM_MAX_PX ? 0 : room);
  }

  /**
   * Where the reader has scrolled to since the last time; null if it was not the reader.
   * `isNewestThere`: at the end of the list is the end of the room.
   */
  readScroll(isNewestThere: boolean): 'up' | 'down' | null {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const moved = this.#movedByReader();
    if (moved === 0) this.hold();
    // On a dense screen a slow reader's steps add up.
    if (Math.abs(moved) < 1) return null;
    const beyond = scrollHeight - clientHeight - scrollTop;
    this.#isAtEnd = isNewestThere && beyond < (moved < 0 ? LEFT_END_PX : AT_END_PX);
    this.#rest();
    this.#rememberAnchors();
    if (!this.#isAtEnd && this.#leftRoom > 0) {
      this.#setLeftRoom(0);
      this.hold();
    }
    return moved < 0 ? 'up' : 'down';
  }

  /** What the reader has scrolled meanwhile stays, and is still told by `readScroll`. */
  hold(): void {
    const byReader = this.#movedByReader();
    if (this.#isAtEnd) {
      if (byReader <= -LEFT_END_PX) return;
      this.#scroller.scrollTop = this.#scroller.scrollHeight;
      this.#rest();
      return;
    }
    const anchor = this.#anchors.find(({ row }) => row.isConnected);
    const moved = anchor === undefined ? 0 : topOf(anchor.row) + byReader - anchor.top;
    if (Math.abs(moved) >= MOVED_PX) this.#scroller.scrollTop += moved;
    this.#rest();
    // What is above or below the list may have changed its size, and the view with it.
    if (Math.abs(byReader) < 1 && anchor?.row !== this.#firstInView()) this.#rememberAnchors();
    else this.#lastTop -= byReader;
  }

  follow(): void {
    this.#isAtEnd = true;
    this.#rest();
  }

  goToStart(): void {
    this.#isAtEnd = false;
    this.#setLeftRoom(0);
    this.#scroller.scrollTop = 0;
    this.#rest();
    this.#rememberAnchors();
  }

  /** The indexes of the first and the last row in view. */
  visibleRows(): readonly [number, number] {
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    return [Math.max(0, this.#firstBelow(top) - 1), Math.max(0, this.#firstBelow(bottom) - 1)];
  }

  /** How many rows end that far above the view, or begin that far below it. */
  rowsBeyond(edge: 'above' | 'below', distancePx: number): number {
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    if (edge === 'above') return Math.max(0, this.#firstBelow(top - distancePx) - 1);
    return this.#list.children.length - this.#firstBelow(bottom + distancePx);
  }

  #setLeftRoom(room: number): void {
    this.#leftRoom = room;
    this.#list.style.paddingBlockStart = `${room}px`;
  }

  #movedByReader(): number {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    // A taller view makes the browser scroll, before more text beside it makes the list longer.
    if (clientHeight > this.#viewHeight) return 0;
    const isCutShort = this.#lastTop > scrollHeight - clientHeight;
    return isCutShort ? 0 : scrollTop - this.#lastTop;
  }

  #rest(): void {
    this.#lastTop = this.#scroller.scrollTop;
    this.#viewHeight = this.#scroller.clientHeight;
  }

  #rememberAnchors(): void {
    let row = this.#firstInView();
    const anchors: Anchor[] = [];
    while (row !== null && anchors.length < ANCHORS_MAX) {
      anchors.push({ row, top: topOf(row) });
      row = row.nextElementSibling;
    }
    this.#anchors = anchors;
  }

  /** The first row that begins in view. One that is taller than the view fills it alone. */
  #firstInView(): Element | null {
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    const below = this.#firstBelow(top);
    const begins = this.#list.children[below];
    const isInView = begins !== undefined && topOf(begins) < bottom;
    return this.#list.children[isInView ? below : Math.max(0, below - 1)] ?? null;
  }

  /** The index of the first row that begins there or below. */
  #firstBelow(y: number): number {
    const rows = this.#list.children;
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = rows[middle];
      if (row !== undefined && topOf(row) < y) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function topOf(row: Element): number {
  return row.getBoundingClientRect().top;
}
