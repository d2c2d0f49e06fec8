import type { OutboxEntry } from '../../outbox/outbox-entry.ts';

/** Long enough for the listener to bring what the server is known to have. */
const LINGER_MS = 5_000;

/**
 * The outbox lets an entry go when the server has it. The live window may bring the message a moment
 * later: until then the entry is still shown.
 */
export class Lingering {
  readonly #startTimer: (ms: number, onEnd: () => void) => () => void;
  readonly #onChange: () => void;
  readonly #left = new Map<string, { entry: OutboxEntry; stopTimer: () => void }>();
  #entries: readonly OutboxEntry[] = [];

  constructor(startTimer: (ms: number, onEnd: () => void) => () => void, onChange: () => void) {
    this.#startTimer = startTimer;
    this.#onChange = onChange;
  }

  follow(entries: readonly OutboxEntry[]): void {
    const present = new Set(entries.map(({ messageId }) => messageId));
    for (const entry of this.#entries) {
      if (entry.state.status !== 'sending' || present.has(entry.messageId)) continue;
      const stopTimer = this.#startTimer(LINGER_MS, () => {
        this.#left.delete(entry.messageId);
        this.#onChange();
      });
      this.#left.set(entry.messageId, { entry, stopTimer });
    }
    this.#entries = entries;
  }

  /** In sending order. */
  entries(hasArrived: (messageId: string) => boolean): readonly OutboxEntry[] {
    for (const [messageId, { stopTimer }] of this.#left) {
      if (!hasArrived(messageId)) continue;
      stopTimer();
      this.#left.delete(messageId);
    }
    return [...[...this.#left.values()].map(({ entry }) => entry), ...this.#entries];
  }

  stop(): void {
    for (const { stopTimer } of this.#left.values()) stopTimer();
    this.#left.clear();
  }
}
