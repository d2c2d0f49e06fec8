import { expect, test } from 'vitest';
import {
  pick,
  randomInt,
  seededRandom,
  type Random,
} from '../../../../tools/random/seeded-random.ts';
import { RoomStore } from './room-store.ts';
import { messageAt, ServerRoom } from './testing/server-room.ts';
import { Timers } from './testing/timers.ts';

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);
const STEPS = 120;
const MINUTE = 60_000;
const PEOPLE = ['ada', 'bob', 'cleo'];

/** A room that lives, and somebody who reads in it, both at random. */
class Life {
  readonly server = new ServerRoom();
  readonly #timers = new Timers();
  readonly #random: Random;
  readonly #deleted = new Set<string>();
  #due: (() => void) | null = null;
  #now = 1_000_000_000;
  #count = 0;
  readonly store = new RoomStore({
    uid: 'ada',
    subscribe: this.server.subscribe,
    fetchWindow: this.server.fetchWindow,
    fetchMessage: this.server.fetchMessage,
    onNextFrame: (callback) => {
      this.#due = callback;
    },
    startTimer: this.#timers.start,
    now: () => this.#now,
  });

  constructor(random: Random) {
    this.#random = random;
    this.#write(randomInt(random, 0, 400));
    for (const { messageId } of this.server.all().slice(0, randomInt(random, 0, 200))) {
      this.server.archive(messageId);
    }
    this.store.start();
    if (random() < 0.5) this.server.deliverFromCache();
    this.store.setReader({
      username: 'Ada',
      isOnline: true,
      entries: [],
      unreadLine: null,
      hiddenUids: new Set(),
    });
  }

  step(): void {
    const random = this.#random;
    const all = this.server.all();
    switch (randomInt(random, 0, 9)) {
      case 0:
      case 1:
        return this.#write(randomInt(random, 1, 30));
      case 2:
        return this.#write(randomInt(random, 40, 120));
      case 3:
        if (all.length > 0) this.server.delete(pick(random, all).messageId);
        return;
      case 4:
        return this.server.rename(pick(random, PEOPLE), `name${randomInt(random, 0, 99)}`);
      case 5:
        return this.store.loadOlder();
      case 6:
        return this.store.setAtEnd(random() < 0.5);
      case 7:
        return this.#deleteOwn();
      case 8:
        return this.#look();
      case 9:
        for (const { messageId } of all.slice(0, 5)) this.server.archive(messageId);
        return;
    }
  }

  /** Tells some listeners, or all. They may have been told by the cache before. */
  deliver(): void {
    if (this.#random() < 0.3) this.server.deliverFromCache();
    const isWhole = this.#random() < 0.7;
    this.server.deliver(() => isWhole || this.#random() < 0.5);
    this.draw();
  }

  draw(): void {
    this.#due?.();
    this.#due = null;
  }

  /** Looks at everything until nobody has anything left to say. */
  async settle(): Promise<void> {
    for (let round = 0; round < 60; round += 1) {
      const opened = this.server.opened.length;
      this.server.deliver();
      this.draw();
      // The archive answers in promises.
      for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
      this.draw();
      const { rows } = this.store.getView();
      this.store.look(rows[0]?.place ?? '', rows.at(-1)?.place ?? '');
      this.#timers.fire();
      if (this.server.opened.length === opened && round > 2) break;
    }
    this.server.deliver();
    for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
    this.draw();
  }

  /** What is in the list, and what the server has of that stretch. */
  compare(): { shown: string[]; stored: string[] } {
    const { rows, missed } = this.store.getView();
    const all = this.server.all().filter(({ messageId }) => !this.#deleted.has(messageId));
    // Nobody listens to the last one before a hole: it would be the end of a page that begins in the hole.
    const shown = missed === null ? rows : rows.slice(0, -1);
    const first = shown[0]?.place ?? '~';
    const last = missed === null ? '~' : (shown.at(-1)?.place ?? '');
    return {
      shown: shown.map(({ messageId, username }) => `${messageId} ${username}`),
      stored: all
        .filter(({ place }) => place >= first && place <= last)
        .map(({ messageId, message: { uid, username } }) => {
          return `${messageId} ${uid === 'ada' ? 'Ada' : username}`;
        }),
    };
  }

  #write(count: number): void {
    for (let index = 0; index < count; index += 1) {
      this.#count += 1;
      this.#now += randomInt(this.#random, 0, MINUTE);
      const uid = pick(this.#random, PEOPLE);
      const micros = this.#now * 1_000 + randomInt(this.#random, 0, 999);
      this.server.put(messageAt(`m${this.#count}`, micros, { uid, username: uid }));
    }
  }

  #deleteOwn(): void {
    const own = this.store.getView().rows.filter(({ isOwn }) => isOwn);
    const row = own[randomInt(this.#random, 0, own.length)];
    if (row === undefined) return;
    this.#deleted.add(row.messageId);
    this.store.hide(row.messageId);
    if (this.#random() < 0.8) this.server.delete(row.messageId);
  }

  #look(): void {
    const { rows } = this.store.getView();
    const start = randomInt(this.#random, 0, rows.length);
    const [from, to] = [rows[start], rows[Math.min(start + 20, rows.length - 1)]];
    if (from !== undefined && to !== undefined) this.store.look(from.place, to.place);
  }
}

test.each(SEEDS)(
  '[RM8] [RM13] whatever happens, the list is what the server has (seed %i)',
  async (seed) => {
    const life = new Life(seededRandom(seed));
    for (let step = 0; step < STEPS; step += 1) {
      life.step();
      life.deliver();
      if (step % 30 !== 29) continue;
      await life.settle();
      const { shown, stored } = life.compare();
      expect(shown).toEqual(stored);
    }
    life.store.goToNewest();
    await life.settle();
    const { shown, stored } = life.compare();
    expect(shown).toEqual(stored);
    expect(shown.length).toBeGreaterThanOrEqual(Math.min(50, stored.length));
    life.store.stop();
    expect(life.server.listeners).toEqual([]);
  },
);
