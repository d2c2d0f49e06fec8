import {
  ENTERING_MESSAGES_MAX,
  ENTERING_MS,
  HISTORY_PAGE_MESSAGES,
  LIVE_MESSAGES,
} from '@plaza/shared/limits';
import { ARCHIVE, MESSAGES } from '@plaza/shared/paths';
import type {
  AskWindow,
  MessageSnapshot,
  MessageWindow,
  WindowSpec,
} from '../../firebase/window-members.ts';
import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import { History, lowerOf, type Older } from './history.ts';
import { Lingering } from './lingering.ts';
import type { Row } from './row.ts';
import { RowMaker } from './rows.ts';
import type { UnreadLine } from './separators.ts';
import { Timeline } from './timeline.ts';

/** What a reader at the end keeps of what has passed; after twice as much the rest is forgotten. */
const KEPT_BEHIND = 500;
/** What a reader who is looking at the past keeps: then newer messages are no more taken in. */
const KEPT_MAX = 10_000;
const RETRY_MS = 3_000;
/** No younger message is in the archive. */
const ARCHIVED_FROM_MS = 10 * 60_000;

export interface RoomPorts {
  readonly uid: string;
  readonly subscribe: AskWindow;
  /** Calls back once, with what the server has now. */
  readonly fetchWindow: AskWindow;
  /** What the server has; null if the message is not there. Rejects when it cannot be asked. */
  fetchMessage(
    collection: WindowSpec['collection'],
    messageId: string,
  ): Promise<MessageSnapshot | null>;
  /** Calls back before the next frame, or soon where nothing is drawn. */
  onNextFrame(callback: () => void): void;
  startTimer(ms: number, onEnd: () => void): () => void;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Messages that have come and are not among the rows. */
export interface Missed {
  /** Of those that others have written and the reader wants to see. */
  readonly count: number;
  /** There may have been more: some came and went between two answers of the server. */
  readonly isAtLeast: boolean;
}

/** The room as it is shown: the same object until something changes. */
export interface RoomView {
  readonly status: 'loading' | 'failed' | 'loaded';
  /** Oldest first. */
  readonly rows: readonly Row[];
  readonly older: Older;
  /** null: the rows end with the newest. */
  readonly missed: Missed | null;
}

/** What else the rows depend on. */
export interface Reader {
  readonly username: string;
  readonly isOnline: boolean;
  /** In sending order. */
  readonly entries: readonly OutboxEntry[];
  readonly unreadLine: UnreadLine | null;
  readonly hiddenUids: ReadonlySet<string>;
}

/**
 * The room behind the list: live messages, older pages and the reader's own that are on their way.
 * However many messages come, subscribers are called once a frame; of what the reader does, at once.
 */
export class RoomStore {
  readonly #ports: RoomPorts;
  readonly #timeline = new Timeline();
  readonly #history: History;
  readonly #rowMaker = new RowMaker();
  readonly #lingering: Lingering;
  readonly #listeners = new Set<() => void>();
  readonly #writtenListeners = new Set<() => void>();
  readonly #arrivalListeners = new Set<(arrived: readonly MessageSnapshot[]) => void>();
  #deleted: ReadonlySet<string> = new Set();
  readonly #asked = new Set<string>();
  #reader: Reader = {
    username: '',
    isOnline: true,
    entries: [],
    unreadLine: null,
    hiddenUids: new Set(),
  };
  #view: RoomView = { status: 'loading', rows: [], older: 'more', missed: null };
  #status: RoomView['status'] = 'loading';
  /** null until the server has answered. */
  #live: MessageWindow | null = null;
  /** The newest place that the server has told of. */
  #newest = '';
  #missed: Missed | null = null;
  #isAtEnd = true;
  #inView: { from: string; to: string } | null = null;
  #isDue = false;
  #stopLive = () => {};
  #stopRetry = () => {};

  constructor(ports: RoomPorts) {
    this.#ports = ports;
    this.#lingering = new Lingering({
      startTimer: (ms, onEnd) => ports.startTimer(ms, onEnd),
      lookFor: (messageId) => this.#lookFor(messageId),
      onChange: () => this.#publishSoon(),
    });
    this.#history = new History(
      {
        subscribe: ports.subscribe,
        fetch: ports.fetchWindow,
        messages: () => this.#timeline.messages,
        apply: (window) => this.#applyPage(window),
        onChange: () => this.#publishSoon(),
        startTimer: (ms, onEnd) => ports.startTimer(ms, onEnd),
      },
      HISTORY_PAGE_MESSAGES,
    );
  }

  readonly getView = (): RoomView => this.#view;

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  };

  /** Calls back with messages as they come, those of the reader included; not with what was there before. */
  subscribeToArrivals(onArrived: (arrived: readonly MessageSnapshot[]) => void): () => void {
    this.#arrivalListeners.add(onArrived);
    return () => this.#arrivalListeners.delete(onArrived);
  }

  /** Calls back when the reader has written something in this tab. */
  subscribeToWritten(onWritten: () => void): () => void {
    this.#writtenListeners.add(onWritten);
    return () => this.#writtenListeners.delete(onWritten);
  }

  start(): void {
    this.#stopLive = this.#ports.subscribe(
      { collection: MESSAGES, before: null, limit: LIVE_MESSAGES },
      (window) => this.#applyLive(window),
      () => this.#retryLive(),
    );
  }

  stop(): void {
    this.#stopLive();
    this.#stopRetry();
    this.#history.stop();
    this.#lingering.stop();
  }

  setReader(reader: Reader): void {
    this.#lingering.follow(reader.entries);
    this.#reader = reader;
    const withdrawn = reader.entries.filter(({ state }) => state.status === 'withdrawn');
    if (withdrawn.length > 0) this.#delete(...withdrawn.map(({ messageId }) => messageId));
    // Who has pressed a key looks for what it does: the coming frame is not the time to begin.
    this.#publish();
  }

  /** The reader has just sent something off, here. */
  readonly tellWritten = (): void => {
    for (const listener of this.#writtenListeners) listener();
  };

  /** Takes the message out of sight. */
  hide(messageId: string): void {
    this.#delete(messageId);
    this.#publishSoon();
  }

  /** It could not be deleted after all. */
  unhide(messageId: string): void {
    this.#deleted = new Set([...this.#deleted].filter((deleted) => deleted !== messageId));
    this.#publishSoon();
  }

  loadOlder(): void {
    this.#history.loadOlder();
  }

  /** Whether the reader is at the newest message and follows it. */
  setAtEnd(isAtEnd: boolean): void {
    this.#isAtEnd = isAtEnd;
    if (isAtEnd && this.#missed === null) this.#forget();
  }

  /** The places of the first and the last row that the reader sees. */
  look(from: string, to: string): void {
    this.#inView = { from, to };
    this.#cover();
  }

  /** Brings the newest messages back after some have been missed. */
  goToNewest(): void {
    this.#isAtEnd = true;
    if (this.#missed === null || this.#live === null) return;
    this.#beginAnew(this.#live);
    this.#publish();
  }

  #delete(...messageIds: readonly string[]): void {
    this.#deleted = new Set([...this.#deleted, ...messageIds]);
  }

  #applyLive(window: MessageWindow): void {
    const isFirst = this.#live === null;
    const isApart = !isFirst && lowerOf(window) > this.#newest;
    if (!window.isComplete) {
      if (this.#missed === null && !isApart) this.#timeline.apply(window);
      if (this.#timeline.messages.length > 0) this.#status = 'loaded';
      this.#publishSoon();
      return;
    }
    const arrived = isFirst
      ? []
      : window.changed.filter(({ place }) => isAfter(place, this.#newest));
    this.#live = window;
    this.#newest = newestIn(window, this.#newest);
    this.#status = 'loaded';
    if (isFirst) this.#enter(window);
    else if (this.#missed !== null) this.#miss(arrived, isApart);
    else if (isApart) this.#leap(window);
    else this.#applyAndCheck(window);
    if (this.#missed === null) this.#forget();
    for (const listener of this.#arrivalListeners) if (arrived.length > 0) listener(arrived);
    this.#publishSoon();
  }

  /** What this browser remembers from an earlier visit gives way to what the server says. */
  #enter(window: MessageWindow): void {
    this.#beginAnew(window);
    const { length } = this.#timeline.messages;
    const oldest = this.#timeline.messages[0]?.message.createdAt.toMillis() ?? 0;
    const isAllRecent = oldest > this.#ports.now() - ENTERING_MS;
    if (length < LIVE_MESSAGES) this.#history.loadVisible(LIVE_MESSAGES - length);
    else if (isAllRecent) this.#history.loadVisible(ENTERING_MESSAGES_MAX - length);
  }

  #beginAnew(window: MessageWindow): void {
    this.#missed = null;
    this.#timeline.retain((messageId) => window.members.has(messageId));
    for (const snapshot of window.members.values()) this.#timeline.put(snapshot, MESSAGES);
    this.#history.beginBehind(window);
  }

  /** More has come than the window holds, so there is a hole between what is known and the window. */
  #leap(window: MessageWindow): void {
    if (this.#isAtEnd) this.#beginAnew(window);
    else this.#miss(window.members.values(), true);
  }

  /** The reader's own and those of hidden people are nothing new. */
  #miss(messages: Iterable<Pick<MessageSnapshot, 'message'>>, isAtLeast: boolean): void {
    const { hiddenUids } = this.#reader;
    const news = [...messages].filter(
      ({ message: { uid } }) => uid !== this.#ports.uid && !hiddenUids.has(uid),
    );
    this.#missed = {
      count: (this.#missed?.count ?? 0) + news.length,
      isAtLeast: isAtLeast || this.#missed?.isAtLeast === true,
    };
  }

  #forget(): void {
    const { length } = this.#timeline.messages;
    if (this.#isAtEnd && length > 2 * KEPT_BEHIND) {
      this.#timeline.keep('newest', KEPT_BEHIND);
      this.#history.beginBehindOldest();
    } else if (!this.#isAtEnd && length > KEPT_MAX) {
      this.#miss(this.#timeline.messages.slice(KEPT_MAX), false);
      this.#timeline.keep('oldest', KEPT_MAX);
    }
  }

  #applyPage(window: MessageWindow): void {
    this.#applyAndCheck(window);
    this.#cover();
  }

  /** A message that vanishes from a collection may have moved to the archive: then it stays in sight. */
  #applyAndCheck(window: MessageWindow): void {
    const youngest = this.#ports.now() - ARCHIVED_FROM_MS;
    const doubtful = this.#timeline.apply(
      window,
      ({ messageId, collection, message }) =>
        collection === MESSAGES &&
        !this.#deleted.has(messageId) &&
        message.createdAt.toMillis() < youngest,
    );
    for (const { messageId } of doubtful) void this.#lookInArchive(messageId);
  }

  async #lookInArchive(messageId: string): Promise<void> {
    if (this.#asked.has(messageId)) return;
    this.#asked.add(messageId);
    try {
      const archived = await this.#ports.fetchMessage(ARCHIVE, messageId);
      // A page that has told of it meanwhile knows better.
      if (!this.#timeline.isIn(MESSAGES, messageId)) return;
      if (archived === null) this.#timeline.drop(messageId);
      else this.#timeline.put(archived, ARCHIVE);
      this.#publishSoon();
    } catch {
      // Out of reach: the window asks again when the network is back.
    } finally {
      this.#asked.delete(messageId);
    }
  }

  /** An own message that the server is known to have, and the live window has not brought. */
  async #lookFor(messageId: string): Promise<void> {
    const found = await this.#ports.fetchMessage(MESSAGES, messageId);
    const oldest = this.#timeline.messages[0]?.place ?? '';
    // Where more has been missed it comes with that.
    if (found === null || this.#missed !== null || !isAfter(found.place, oldest)) return;
    this.#timeline.put(found, MESSAGES);
    // The live window would take it out again with the next message.
    if (this.#live === null || !isAfter(found.place, lowerOf(this.#live))) return;
    this.#stopLive();
    this.start();
  }

  #cover(): void {
    if (this.#inView === null || this.#live === null) return;
    const liveFrom = this.#missed === null ? lowerOf(this.#live) : '~';
    this.#history.cover(this.#inView.from, this.#inView.to, liveFrom);
  }

  #retryLive(): void {
    if (this.#status === 'loading') this.#status = 'failed';
    this.#publishSoon();
    this.#stopRetry = this.#ports.startTimer(RETRY_MS, () => this.start());
  }

  #publishSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#ports.onNextFrame(() => {
      if (this.#isDue) this.#publish();
    });
  }

  #publish(): void {
    this.#isDue = false;
    const rows = this.#rowMaker.rowsFrom({
      ...this.#reader,
      uid: this.#ports.uid,
      messages: this.#timeline.messages,
      entries:
        this.#missed === null
          ? this.#lingering.entries((messageId) => this.#timeline.has(messageId))
          : [],
      deleted: this.#deleted,
    });
    this.#view = {
      status: this.#status,
      rows,
      older: this.#live === null ? 'loading' : this.#history.older,
      missed: this.#missed,
    };
    for (const listener of this.#listeners) listener();
  }
}

function isAfter(place: string | null, other: string): boolean {
  return place !== null && place > other;
}

/** All members count: of what the browser had already the server has nothing to tell. */
function newestIn({ members }: MessageWindow, before: string): string {
  let newest = before;
  for (const { place } of members.values()) if (isAfter(place, newest)) newest = place ?? '';
  return newest;
}
