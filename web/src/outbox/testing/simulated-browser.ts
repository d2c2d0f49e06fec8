import { createOutbox } from '../create-outbox.ts';
import type { Journal } from '../journal.ts';
import { createMemoryStore } from '../memory-store.ts';
import type { NewEntry, OutboxStore } from '../outbox-store.ts';
import type { Outbox } from '../outbox.ts';
import type { TabLink } from '../tab-link.ts';
import type { SimulatedServer } from './simulated-server.ts';

export interface Page {
  readonly outbox: Outbox;
  isGone: boolean;
  /** It is told in vain, until it is thawed. */
  isFrozen: boolean;
}

interface Waiter {
  readonly page: PageState;
  readonly onTurn: () => () => void;
  readonly isNeeded: () => boolean;
  readonly onAsked: () => void;
  end: (() => void) | null;
}

type PageState = Omit<Page, 'outbox'>;

interface SharedDisk extends OutboxStore {
  has(messageId: string): boolean;
  isEmpty(): boolean;
}

/** What a page has of a disk, until it hears that it is lost. */
interface Connection {
  readonly page: PageState;
  readonly disk: SharedDisk;
  readonly onLost: () => void;
  isCut: boolean;
}

/** One browser with one person in it: its disk, its tabs, and a clock that is moved by hand. */
export class SimulatedBrowser {
  readonly pages: Page[] = [];
  now = 1_000_000;
  /** By how much its calendar is wrong. */
  skewMs = 0;
  isOnline = true;
  /** Nothing more is kept, and nothing that is kept changes. */
  isDiskFull = false;
  /** The journal has room for marks only. */
  isJournalFull = false;
  /** What is read comes when this resolves. */
  reading = Promise.resolve();
  #ids = 0;
  #timers: { at: number; onEnd: () => void }[] = [];
  #waiters: Waiter[] = [];
  readonly #told = new Map<PageState, () => void>();
  readonly #onlineListeners = new Set<() => void>();
  #disk = sharedDisk();
  #connections: Connection[] = [];
  /** Null for what was taken. */
  readonly #noted = new Map<string, NewEntry | null>();
  readonly #held = new Set<string>();
  readonly #dropped = new Map<string, number>();

  open(server: SimulatedServer, username: () => string): Page {
    const page: PageState = { isGone: false, isFrozen: false };
    const outbox = createOutbox({
      uid: 'ada',
      backend: server.backendFor(page),
      openDisk: (onLost) => this.#openDisk(page, onLost),
      journal: this.#journalOf(page),
      tabs: this.#tabLink(page),
      username,
      newMessageId: () => `message-${(this.#ids += 1)}`,
      isOnline: () => this.isOnline,
      subscribeToOnlineStatus: (onChange) => {
        this.#onlineListeners.add(onChange);
        return () => this.#onlineListeners.delete(onChange);
      },
      clocks: () => ({ steady: this.now, wall: this.now + this.skewMs }),
      startTimer: (ms, onEnd) => {
        const timer = { at: this.now + ms, onEnd: () => page.isGone || onEnd() };
        this.#timers.push(timer);
        return () => void (this.#timers = this.#timers.filter((one) => one !== timer));
      },
    });
    const opened = Object.assign(page, { outbox });
    this.pages.push(opened);
    return opened;
  }

  /** How many entries the journal has, and how many marks. */
  get noted(): { readonly entries: number; readonly marks: number } {
    const entries = [...this.#noted.values()].filter((entry) => entry !== null).length;
    return { entries, marks: this.#noted.size - entries + this.#held.size + this.#dropped.size };
  }

  /** Whoever wrote them. */
  get isDiskEmpty(): boolean {
    return this.#disk.isEmpty();
  }

  /** As a reload or a crash: nothing is told to the page, and its turn is free. */
  kill(page: Page, server: SimulatedServer): void {
    page.isGone = true;
    this.pages.splice(this.pages.indexOf(page), 1);
    server.forget(page);
    page.outbox.close();
  }

  /** It looks again what there is. */
  thaw(page: Page): void {
    page.isFrozen = false;
    this.#told.get(page)?.();
  }

  /** As a browser does that is short of room: nothing of it is left, and nobody was asked. */
  loseDisk(): void {
    this.#disk = sharedDisk();
    this.#tellLoss();
  }

  /** As a browser does to pages in the background: all of the disk is still there. */
  cutDisk(page: Page): void {
    for (const connection of this.#connections) {
      if (connection.page === page) connection.isCut = true;
    }
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    for (const listener of this.#onlineListeners) listener();
  }

  advance(ms: number): void {
    this.now += ms;
    const due = this.#timers.filter(({ at }) => at <= this.now);
    this.#timers = this.#timers.filter(({ at }) => at > this.now);
    for (const { onEnd } of due) onEnd();
    this.#tellLoss();
    this.#ask();
  }

  /** Who is frozen hears of it later. */
  #tellLoss(): void {
    const told = this.#connections.filter(
      ({ page, disk }) => disk !== this.#disk && !page.isFrozen,
    );
    this.#connections = this.#connections.filter((connection) => !told.includes(connection));
    for (const { page, onLost } of told) if (!page.isGone) queueMicrotask(onLost);
  }

  /** What a page that is gone has not finished does not happen. */
  #openDisk(page: PageState, onLost: () => void): Promise<OutboxStore> {
    const disk = this.#disk;
    const connection = { page, disk, onLost, isCut: false };
    this.#connections.push(connection);
    const never = new Promise<never>(() => {});

    function act<Result>(isLost: boolean, run: () => Promise<Result>): Promise<Result> {
      if (page.isGone) return never;
      return isLost ? Promise.reject(new Error('The connection is closed.')) : run();
    }

    const isLost = () => connection.isCut || disk !== this.#disk;
    return Promise.resolve({
      load: (uid) => act(isLost(), () => this.reading.then(() => disk.load(uid))),
      add: (entry) =>
        act(isLost() || (this.isDiskFull && !disk.has(entry.messageId)), () => disk.add(entry)),
      change: (messageId, event) =>
        act(isLost() || (this.isDiskFull && disk.has(messageId)), () =>
          disk.change(messageId, event),
        ),
    });
  }

  #journalOf(page: PageState): Journal {
    const noted = this.#noted;
    const held = this.#held;
    const dropped = this.#dropped;
    return {
      add: (entry) => {
        const isTaken = !this.isJournalFull && !dropped.has(entry.messageId);
        if (isTaken) noted.set(entry.messageId, entry);
      },
      hold: (messageId) => void (dropped.has(messageId) || held.add(messageId)),
      isKnown: (messageId) => noted.has(messageId) || held.has(messageId),
      remove(messageId) {
        if (page.isGone) return;
        noted.delete(messageId);
      },
      take: (messageId) => void (noted.has(messageId) && noted.set(messageId, null)),
      entries: (isWanted) =>
        [...noted.values()]
          .filter((entry) => entry !== null)
          .filter(({ messageId }) => isWanted(messageId)),
      drop(messageId, at) {
        if (page.isGone) return;
        noted.delete(messageId);
        held.delete(messageId);
        dropped.set(messageId, at);
      },
      isDropped: (messageId) => dropped.has(messageId),
      forgetDropped(before) {
        for (const [messageId, at] of dropped) if (at < before) dropped.delete(messageId);
      },
    };
  }

  /** A turn is not lost by silence here: who is frozen keeps it. */
  #ask(): void {
    const [sending, ...others] = this.#waiters;
    const isAsked = others.some(({ page, isNeeded }) => !page.isFrozen && isNeeded());
    if (isAsked && sending?.page.isFrozen === false) sending.onAsked();
  }

  #tabLink(page: PageState): TabLink {
    return {
      tell: () => {
        for (const [other, told] of this.#told) if (other !== page) queueMicrotask(told);
      },
      subscribe: (onTold) => {
        this.#told.set(page, () => page.isGone || page.isFrozen || onTold());
        return () => this.#told.delete(page);
      },
      takeTurn: (onTurn, isNeeded, onAsked) => {
        const waiter: Waiter = { page, onTurn, isNeeded, onAsked, end: null };
        this.#waiters.push(waiter);
        this.#giveTurn();
        return () => {
          waiter.end?.();
          this.#waiters = this.#waiters.filter((one) => one !== waiter);
          this.#giveTurn();
        };
      },
    };
  }

  #giveTurn(): void {
    queueMicrotask(() => {
      const [first] = this.#waiters;
      if (first !== undefined) first.end ??= first.onTurn();
    });
  }
}

/** What IndexedDB is to all pages of a browser. */
function sharedDisk(): SharedDisk {
  const entries = createMemoryStore();
  let sequence = 0;
  return {
    has: (messageId) => entries.has(messageId),
    isEmpty: () => entries.size() === 0,
    load: (uid) => Promise.resolve([...entries.load(uid)]),
    add(entry) {
      const present = entries
        .load(entry.uid)
        .find(({ messageId }) => messageId === entry.messageId);
      if (present !== undefined) return Promise.resolve(present);
      sequence += 1;
      const added = { ...entry, sequence };
      entries.put(added);
      return Promise.resolve(added);
    },
    change: (messageId, event) => Promise.resolve(entries.change(messageId, event)),
  };
}
