const AT_END_PX = 24;
/** Smaller differences are rounding. */
const MOVED_PX = 0.5;
/** So many rows are remembered, in case the first ones go. */
const ANCHORS_MAX = 12;

interface Anchor {
  readonly row: Element;
  /** In the browser window, where the eye is. */
  readonly top: number;
}

/**
 * Keeps the row under the eye where it is while others come, go and change their size: the first one
 * that begins in view. Who is at the end stays there. Browsers that anchor by themselves have done
 * most of it when `hold` runs; it mends the rest before the frame is drawn.
 */
export class ScrollKeeper {
  readonly #scroller: HTMLElement;
  readonly #list: HTMLElement;
  #anchors: readonly Anchor[] = [];
  #lastTop = 0;
  #isAtEnd = true;
  /** Of all and of what is in view, in pixels, when the list was at rest last. */
  #heights: readonly [number, number] = [0, 0];

  constructor(scroller: HTMLElement, list: HTMLElement) {
    this.#scroller = scroller;
    this.#list = list;
  }

  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /**
   * Where the reader has scrolled to since the last time; null if it was not the reader.
   * `isNewestThere`: at the end of the list is the end of the room.
   */
  readScroll(isNewestThere: boolean): 'up' | 'down' | null {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const moved = scrollTop - this.#lastTop;
    if (Math.abs(moved) < 1) return null;
    const [heightBefore, viewBefore] = this.#heights;
    if (this.#isAtEnd && (scrollHeight !== heightBefore || clientHeight !== viewBefore)) {
      // A taller view makes the browser scroll; more text beside it would look like the reader's doing.
      this.hold();
      return null;
    }
    this.#lastTop = scrollTop;
    this.#heights = [scrollHeight, clientHeight];
    this.#isAtEnd = isNewestThere && scrollHeight - clientHeight - scrollTop < AT_END_PX;
    this.#rememberAnchors();
    return moved < 0 ? 'up' : 'down';
  }

  hold(): void {
    if (this.#isAtEnd) {
      this.#scroller.scrollTop = this.#scroller.scrollHeight;
    } else {
      const anchor = this.#anchors.find(({ row }) => row.isConnected);
      const moved = anchor === undefined ? 0 : topOf(anchor.row) - anchor.top;
      if (Math.abs(moved) >= MOVED_PX) this.#scroller.scrollTop += moved;
      // What is above or below the list may have changed its size, and the view with it.
      if (anchor?.row !== this.#firstInView()) this.#rememberAnchors();
    }
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    this.#lastTop = scrollTop;
    this.#heights = [scrollHeight, clientHeight];
  }

  follow(): void {
    this.#isAtEnd = true;
  }

  goToStart(): void {
    this.#isAtEnd = false;
    this.#scroller.scrollTop = 0;
    this.#lastTop = 0;
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
