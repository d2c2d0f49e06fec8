import { createOutbox } from '../create-outbox.ts';
import type { Journal } from '../journal.ts';
import { createMemoryStore } from '../memory-store.ts';
import type { DiskStore, NewEntry } from '../outbox-store.ts';
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

/** One browser with one person in it: its disk, its tabs, and a clock that is moved by hand. */
export class SimulatedBrowser {
  readonly pages: Page[] = [];
  now = 1_000_000;
  isOnline = true;
  #ids = 0;
  #timers: { at: number; onEnd: () => void }[] = [];
  #waiters: Waiter[] = [];
  readonly #told = new Map<PageState, () => void>();
  readonly #onlineListeners = new Set<() => void>();
  readonly #disk = sharedDisk();
  readonly #journal = new Map<string, NewEntry>();

  open(server: SimulatedServer, username: () => string): Page {
    const page: PageState = { isGone: false, isFrozen: false };
    const outbox = createOutbox({
      uid: 'ada',
      backend: server.backendFor(page),
      openDisk: () => Promise.resolve(this.#diskOf(page)),
      journal: this.#journalOf(page),
      tabs: this.#tabLink(page),
      username,
      newMessageId: () => `message-${(this.#ids += 1)}`,
      isOnline: () => this.isOnline,
      subscribeToOnlineStatus: (onChange) => {
        this.#onlineListeners.add(onChange);
        return () => this.#onlineListeners.delete(onChange);
      },
      clocks: () => ({ steady: this.now, wall: this.now }),
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

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    for (const listener of this.#onlineListeners) listener();
  }

  advance(ms: number): void {
    this.now += ms;
    const due = this.#timers.filter(({ at }) => at <= this.now);
    this.#timers = this.#timers.filter(({ at }) => at > this.now);
    for (const { onEnd } of due) onEnd();
    this.#ask();
  }

  /** What a page that is gone has not finished does not happen. */
  #diskOf(page: PageState): DiskStore {
    const disk = this.#disk;
    const never = new Promise<never>(() => {});
    return {
      load: (uid) => (page.isGone ? never : disk.load(uid)),
      add: (entry) => (page.isGone ? never : disk.add(entry)),
      change: (messageId, event) => (page.isGone ? never : disk.change(messageId, event)),
      restore: (entries) => (page.isGone ? never : disk.restore(entries)),
    };
  }

  #journalOf(page: PageState): Journal {
    return {
      add: (entry) => void this.#journal.set(entry.messageId, entry),
      remove: (messageId) => void (page.isGone || this.#journal.delete(messageId)),
      entries: () => [...this.#journal.values()],
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
function sharedDisk(): DiskStore {
  const entries = createMemoryStore();
  let sequence = 0;
  return {
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
    restore: () => Promise.resolve(),
  };
}
