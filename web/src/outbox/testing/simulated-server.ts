import { LEDGER_BURST, LEDGER_RATE_PER_SECOND } from '@plaza/shared/limits';
import type { OutboxEntry } from '../outbox-entry.ts';
import type { Committed, Ledger, SendingBackend, Sight, Standing } from '../sending-backend.ts';

interface Write {
  readonly type: 'set' | 'delete';
  readonly messageId: string;
  readonly username: string;
  /** Nobody hears of the result when the page that made the write is gone. */
  settle: (isAccepted: boolean) => void;
}

/**
 * The server's rules, and the SDK's queue of one browser, which outlives its pages and may send a
 * write again that the server has already.
 */
export class SimulatedServer {
  readonly messages: string[] = [];
  current = 'Ada';
  previous: string | null = null;
  isReachable = true;
  /** It is in touch, and has not come to answer for messages. */
  isSlow = false;
  isRefusing = false;
  /** It does not know who asks. */
  isSignedOut = false;
  /** The SDK has no room for more. */
  isQueueFull = false;
  /** What is committed past the queue waits for `letThrough`. */
  isHolding = false;
  refusalsForQuota = 0;
  nudges = 0;
  /** How often it was asked for a message. */
  questions = 0;
  onStandingAsked = () => {};
  ledger = { count: 0, since: 0, updatedAt: 0, lastMessageId: '' };
  #queue: Write[] = [];
  #held: (() => void)[] = [];
  readonly #watchers = new Map<() => void, object>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get isIdle(): boolean {
    return this.#queue.length === 0;
  }

  /** The next write of the queue reaches the server; its answer may not come back. */
  deliver(isAnswered: boolean): void {
    const [write] = this.#queue;
    if (write === undefined || !this.isReachable) return;
    const isAccepted = write.type === 'set' ? this.#create(write) : this.#delete(write);
    if (!isAnswered) return;
    this.#queue = this.#queue.slice(1);
    this.tell();
    write.settle(isAccepted);
  }

  #create({ messageId, username }: Pick<Write, 'messageId' | 'username'>): boolean {
    const { ledger } = this;
    const elapsed = Math.floor((this.#now() - ledger.since) / 1_000) * LEDGER_RATE_PER_SECOND;
    const isNamed = username === this.current || username === this.previous;
    const isWithin = ledger.count + 1 <= LEDGER_BURST + elapsed;
    if (this.isRefusing || this.isSignedOut || !isNamed || this.messages.includes(messageId))
      return false;
    if (!isWithin) {
      this.refusalsForQuota += 1;
      return false;
    }
    this.messages.push(messageId);
    this.ledger = {
      ...ledger,
      count: ledger.count + 1,
      updatedAt: this.#now(),
      lastMessageId: messageId,
    };
    return true;
  }

  #delete({ messageId }: Write): boolean {
    const index = this.messages.indexOf(messageId);
    if (index >= 0) this.messages.splice(index, 1);
    return index >= 0;
  }

  letThrough(): void {
    this.isHolding = false;
    for (const goOn of this.#held.splice(0)) goOn();
  }

  tell(): void {
    for (const watcher of this.#watchers.keys()) watcher();
  }

  /** The page is gone: it watches nothing and hears of nothing any more. */
  forget(page: object): void {
    for (const [watcher, owner] of this.#watchers) {
      if (owner === page) this.#watchers.delete(watcher);
    }
  }

  /** What one page has of it. */
  backendFor(page: { isGone: boolean }): SendingBackend {
    const enqueue = (type: Write['type'], messageId: string, username: string) =>
      new Promise<boolean>((resolve) => {
        const settle = (isAccepted: boolean) => page.isGone || resolve(isAccepted);
        this.#queue.push({ type, messageId, username, settle });
        this.tell();
      });
    const watch = (watcher: () => void) => {
      this.#watchers.set(watcher, page);
      queueMicrotask(() => this.#watchers.has(watcher) && watcher());
      return () => void this.#watchers.delete(watcher);
    };
    const ask = () => {
      if (!this.isReachable) throw new Error('unreachable');
      if (this.#queue.some(({ type }) => type === 'set')) throw new Error('The ledger is pending.');
    };
    return {
      commit: async ({ messageId }: OutboxEntry, username) => {
        if (this.isQueueFull) return { ok: false, problem: 'not-kept' };
        return committed(await enqueue('set', messageId, username));
      },
      commitDirectly: async ({ messageId }, username) => {
        if (this.isHolding) await new Promise<void>((resolve) => this.#held.push(resolve));
        if (!this.isReachable) return { ok: false, problem: 'not-kept' };
        return committed(this.#create({ messageId, username }));
      },
      watch: (messageId, onSight) => watch(() => onSight(this.#sightOf(messageId))),
      readBack: async ({ messageId }) => {
        this.questions += 1;
        ask();
        await Promise.resolve();
        if (this.isSignedOut) return 'session';
        return this.messages.includes(messageId) ? 'there' : 'absent';
      },
      readStanding: async (): Promise<Standing> => {
        ask();
        this.onStandingAsked();
        await Promise.resolve();
        return {
          names: { current: this.current, previous: this.previous },
          ledger: { ...this.ledger, blockedUntil: null },
        };
      },
      subscribeToLedger: (_, onLedger) => watch(() => onLedger(this.#ledger(), !this.isReachable)),
      remove: async (messageId) => {
        if (this.isQueueFull) throw new Error('full');
        await enqueue('delete', messageId, '');
      },
      nudge: () => void (this.nudges += 1),
      hasAppCheckTrouble: () => Promise.resolve(false),
    };
  }

  #sightOf(messageId: string): Sight {
    const last = this.#queue.findLast((write) => write.messageId === messageId);
    const exists = last === undefined ? this.messages.includes(messageId) : last.type === 'set';
    return { exists, isPending: last !== undefined, isFromCache: !this.isReachable || this.isSlow };
  }

  #ledger(): Ledger {
    const pending = this.#queue.filter(({ type }) => type === 'set').length;
    return {
      ...this.ledger,
      count: this.ledger.count + pending,
      updatedAt: pending > 0 ? null : this.ledger.updatedAt,
      blockedUntil: null,
    };
  }
}

function committed(isAccepted: boolean): Committed {
  return isAccepted ? { ok: true } : { ok: false, problem: 'refused' };
}
