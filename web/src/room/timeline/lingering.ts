import type { OutboxEntry } from '../../outbox/outbox-entry.ts';

/** Long enough for the listener to bring what the server is known to have. */
const LINGER_MS = 5_000;

export interface LingeringPorts {
  /** Returns what stops it. */
  startTimer(ms: number, onEnd: () => void): () => void;
  /** Asks the server for a message that the listener does not bring. Rejects where it cannot be asked. */
  lookFor(messageId: string): Promise<void>;
  onChange(): void;
}

/**
 * The outbox lets an entry go when the server has it. The live window may bring the message later:
 * until then, or until it has been looked for, the entry is still shown.
 */
export class Lingering {
  readonly #ports: LingeringPorts;
  readonly #left = new Map<string, { entry: OutboxEntry; stopTimer: () => void }>();
  #entries: readonly OutboxEntry[] = [];

  constructor(ports: LingeringPorts) {
    this.#ports = ports;
  }

  follow(entries: readonly OutboxEntry[]): void {
    const present = new Set(entries.map(({ messageId }) => messageId));
    for (const entry of this.#entries) {
      if (entry.state.status === 'sending' && !present.has(entry.messageId)) this.#keep(entry);
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

  #keep(entry: OutboxEntry): void {
    const stopTimer = this.#ports.startTimer(LINGER_MS, () => void this.#lookFor(entry));
    this.#left.set(entry.messageId, { entry, stopTimer });
  }

  async #lookFor(entry: OutboxEntry): Promise<void> {
    const isLeft = () => this.#left.get(entry.messageId)?.entry === entry;
    try {
      await this.#ports.lookFor(entry.messageId);
      if (isLeft()) this.#left.delete(entry.messageId);
      this.#ports.onChange();
    } catch {
      if (isLeft()) this.#keep(entry);
    }
  }
}
