import { placeFrom } from '@plaza/shared/message-place';
import { ARCHIVE, MESSAGES } from '@plaza/shared/paths';
import type { MessageCursor } from '@plaza/shared/query-spec';
import type { AskWindow, MessageWindow, WindowSpec } from '../../firebase/window-members.ts';
import { firstFrom } from './sorted.ts';
import type { StoredMessage } from './timeline.ts';

/** `more`: there may be older messages. `beginning`: there are none. */
export type Older = 'more' | 'loading' | 'failed' | 'beginning';

export interface HistoryPorts {
  readonly subscribe: AskWindow;
  /** Calls back once, with what the server has now. */
  readonly fetch: AskWindow;
  /** Oldest first. */
  messages(): readonly StoredMessage[];
  apply(window: MessageWindow): void;
  onChange(): void;
  startTimer(ms: number, onEnd: () => void): () => void;
}

/** Pages that stay open besides those in view. */
const SPARE_PAGES = 2;
/** Who scrolls by has left a page before. */
const REST_MS = 1_000;

type Start = Pick<WindowSpec, 'collection' | 'before'>;

interface Page {
  readonly spec: WindowSpec;
  /** Exclusive; null: from the newest on. */
  readonly upper: string | null;
  /** Inclusive; null until the server has answered. */
  lower: string | null;
  /** null: neither listened to nor fetched. */
  stop: (() => void) | null;
  /** null: it is not about to be listened to. */
  stopRest: (() => void) | null;
}

/**
 * The messages before the live window, in pages. A page is a window, too: who scrolls by has it
 * fetched; who stays has it listened to as long as it is in view, so that deletions and renames show.
 * Where the view reaches messages that nobody listens to, which the live window has left behind, it
 * opens a page there.
 */
export class History {
  readonly #ports: HistoryPorts;
  readonly #pageMessages: number;
  /** The least recently used first. */
  #pages: Page[] = [];
  #next: Start | null = null;
  #loading: Page | null = null;
  #hasFailed = false;

  constructor(ports: HistoryPorts, pageMessages: number) {
    this.#ports = ports;
    this.#pageMessages = pageMessages;
  }

  get older(): Older {
    if (this.#loading !== null) return 'loading';
    if (this.#hasFailed) return 'failed';
    return this.#next === null ? 'beginning' : 'more';
  }

  /** The messages go on behind this window. */
  beginBehind(window: MessageWindow): void {
    this.stop();
    this.#next = behind(window);
  }

  /** The oldest messages have been forgotten. */
  beginBehindOldest(): void {
    const oldest = this.#ports.messages()[0];
    if (oldest === undefined) return;
    this.#abandonLoading();
    this.#pages = this.#pages.filter((page) => {
      const isForgotten = page.upper !== null && page.upper <= oldest.place;
      if (isForgotten) close(page);
      return !isForgotten;
    });
    this.#next = { collection: oldest.collection, before: cursorOf(oldest) };
  }

  /** Loads the page before all others, once at a time. */
  loadOlder(): void {
    this.#load(this.#pageMessages, (page) => this.#fetch(page));
  }

  /** As `loadOlder`, where it is in view at once. */
  loadVisible(limit: number): void {
    this.#load(limit, (page) => this.#listen(page));
  }

  #load(limit: number, ask: (page: Page) => void): void {
    if (this.#loading !== null || this.#next === null) return;
    this.#hasFailed = false;
    this.#loading = this.#add({ ...this.#next, limit });
    ask(this.#loading);
    this.#ports.onChange();
  }

  /**
   * Sees to it that the messages in view, of places from `from` to `to`, are listened to. What is in
   * the live window, of `messages/` from `liveFrom` on, is.
   */
  cover(from: string, to: string, liveFrom: string): void {
    const messages = this.#ports.messages();
    const first = firstFrom(messages, from);
    for (let index = firstFrom(messages, to); index >= first; index -= 1) {
      const [message, above] = [messages[index], messages[index + 1]];
      if (message === undefined || above === undefined) continue;
      // Where the live window holds all of its collection, the archive is still not in it.
      if (message.collection === MESSAGES && message.place >= liveFrom) continue;
      const pages = this.#pages.filter((page) => isIn(page, message));
      if (pages.some(({ stop }) => stop !== null)) continue;
      const isAnswerDue = this.#pages.some(({ lower }) => lower === null);
      if (isAnswerDue) break;
      if (pages[0] !== undefined) this.#listenAtRest(pages[0]);
      else this.#openAround(index);
      break;
    }
    this.#closeUnused(from, to);
  }

  /** Half of the page is ahead, where the live window leaves one message after the other behind. */
  #openAround(index: number): void {
    const messages = this.#ports.messages();
    const limit = this.#pageMessages;
    const above = messages[Math.min(index + 1 + Math.floor(limit / 2), messages.length - 1)];
    const collection = messages[index]?.collection;
    if (above === undefined || collection === undefined) return;
    this.#listen(this.#add({ collection, before: cursorOf(above), limit }));
  }

  #listenAtRest(page: Page): void {
    page.stopRest ??= this.#ports.startTimer(REST_MS, () => this.#listen(page));
  }

  stop(): void {
    for (const page of this.#pages) close(page);
    this.#pages = [];
    this.#loading = null;
    this.#hasFailed = false;
  }

  #add(spec: WindowSpec): Page {
    const upper = spec.before === null ? null : placeFrom(spec.before);
    const page: Page = { spec, upper, lower: null, stop: null, stopRest: null };
    this.#pages.push(page);
    return page;
  }

  /** Where it cannot be fetched it is listened to: that waits for the network. */
  #fetch(page: Page): void {
    page.stop = this.#ports.fetch(
      page.spec,
      (window) => {
        page.stop = null;
        this.#receive(page, window);
      },
      () => this.#listen(page),
    );
  }

  #listen(page: Page): void {
    close(page);
    page.stop = this.#ports.subscribe(
      page.spec,
      (window) => this.#receive(page, window),
      () => this.#fail(page),
    );
  }

  #receive(page: Page, window: MessageWindow): void {
    // What this browser remembers may have holes.
    if (page.lower === null && !window.isComplete) return;
    if (window.isComplete) page.lower = lowerOf(window);
    this.#ports.apply(window);
    if (page === this.#loading) {
      this.#loading = null;
      this.#next = behind(window);
      // It may have brought nothing to scroll to: the archive belongs to the same gesture.
      if (!window.isFull) this.#load(page.spec.limit, (next) => this.#fetch(next));
    }
    this.#ports.onChange();
  }

  #fail(page: Page): void {
    page.stop = null;
    this.#pages = this.#pages.filter((other) => other !== page);
    if (page === this.#loading) {
      this.#loading = null;
      this.#hasFailed = true;
    }
    this.#ports.onChange();
  }

  #abandonLoading(): void {
    if (this.#loading !== null) close(this.#loading);
    this.#pages = this.#pages.filter((page) => page !== this.#loading);
    this.#loading = null;
    this.#hasFailed = false;
  }

  #closeUnused(from: string, to: string): void {
    const isInView = ({ upper, lower }: Page) =>
      lower === null || ((upper === null || upper > from) && lower <= to);
    const used = this.#pages.filter(isInView);
    const unused = this.#pages.filter((page) => !isInView(page));
    for (const page of unused) stopRest(page);
    this.#pages = [...unused, ...used];
    const open = unused.filter(({ stop }) => stop !== null);
    for (const page of open.slice(0, -SPARE_PAGES)) close(page);
  }
}

function stopRest(page: Page): void {
  page.stopRest?.();
  page.stopRest = null;
}

function close(page: Page): void {
  stopRest(page);
  page.stop?.();
  page.stop = null;
}

/** The place from which on the window tells everything. */
export function lowerOf({ isFull, oldest }: MessageWindow): string {
  if (!isFull) return '';
  return oldest?.place ?? '~';
}

/** Where `messages/` ends, the archive goes on: from the same point, as what moves there just now may be in neither page. */
function behind({ spec, isFull, oldest }: MessageWindow): Start | null {
  const { collection, before } = spec;
  const createdAt = oldest?.message.createdAt ?? null;
  if (isFull && oldest !== null && createdAt !== null) {
    return { collection, before: { createdAt, messageId: oldest.messageId } };
  }
  if (isFull) return { collection, before };
  return collection === MESSAGES ? { collection: ARCHIVE, before } : null;
}

function isIn({ spec, upper, lower }: Page, { place, collection }: StoredMessage): boolean {
  return (
    lower !== null &&
    spec.collection === collection &&
    (upper === null || place < upper) &&
    place >= lower
  );
}

function cursorOf({ messageId, message }: StoredMessage): MessageCursor {
  return { createdAt: message.createdAt, messageId };
}
