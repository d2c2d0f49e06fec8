import { createOutbox } from '../create-outbox.ts';
import { createMemoryStore } from '../memory-store.ts';
import type { DiskStore } from '../outbox-store.ts';
import type { Outbox } from '../outbox.ts';
import type { TabLink } from '../tab-link.ts';
import type { SimulatedServer } from './simulated-server.ts';

export interface Page {
  readonly outbox: Outbox;
  isGone: boolean;
}

interface Waiter {
  onTurn: () => () => void;
  end: (() => void) | null;
}

/** One browser with one person in it: its disk, its tabs, and a clock that is moved by hand. */
export class SimulatedBrowser {
  readonly pages: Page[] = [];
  now = 1_000_000;
  isOnline = true;
  #ids = 0;
  #timers: { at: number; onEnd: () => void }[] = [];
  #waiters: Waiter[] = [];
  readonly #told = new Set<() => void>();
  readonly #onlineListeners = new Set<() => void>();
  readonly #disk = sharedDisk();

  open(server: SimulatedServer, username: () => string): Page {
    const page = { isGone: false };
    const outbox = createOutbox({
      uid: 'ada',
      backend: server.backendFor(page),
      openDisk: () => Promise.resolve(this.#disk),
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

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    for (const listener of this.#onlineListeners) listener();
  }

  advance(ms: number): void {
    this.now += ms;
    const due = this.#timers.filter(({ at }) => at <= this.now);
    this.#timers = this.#timers.filter(({ at }) => at > this.now);
    for (const { onEnd } of due) onEnd();
  }

  #tabLink(page: { isGone: boolean }): TabLink {
    const heard = () => {};
    let listener: () => void = heard;
    return {
      tell: () => {
        for (const told of this.#told) if (told !== listener) queueMicrotask(told);
      },
      subscribe: (onTold) => {
        listener = () => page.isGone || onTold();
        this.#told.add(listener);
        return () => this.#told.delete(listener);
      },
      takeTurn: (onTurn) => {
        const waiter: Waiter = { onTurn, end: null };
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
      sequence += 1;
      const added = { ...entry, sequence };
      entries.put(added);
      return Promise.resolve(added);
    },
    change: (messageId, event) => Promise.resolve(entries.change(messageId, event)),
    restore: () => Promise.resolve(),
  };
}
