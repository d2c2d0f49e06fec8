/** The first is read at once; what comes within this time after it is read together. */
const PAUSE_MS = 4_000;
/** So many are read one by one. */
const SPOKEN_MAX = 2;

export interface AnnouncementPorts {
  announce(text: string): void;
  /** "12 new messages". */
  counted(count: number): string;
  startTimer(ms: number, onEnd: () => void): () => void;
}

/** Lets a listener hear what is written, and in a flood only how much. */
export class AnnouncementQueue {
  readonly #ports: AnnouncementPorts;
  #waiting: string[] = [];
  #count = 0;
  #stopPause: (() => void) | null = null;

  constructor(ports: AnnouncementPorts) {
    this.#ports = ports;
  }

  add(text: string): void {
    this.#count += 1;
    if (this.#waiting.length < SPOKEN_MAX) this.#waiting.push(text);
    if (this.#stopPause === null) this.#announce();
  }

  stop(): void {
    this.#stopPause?.();
  }

  #announce(): void {
    this.#stopPause = null;
    if (this.#count === 0) return;
    const isFlood = this.#count > SPOKEN_MAX;
    this.#ports.announce(isFlood ? this.#ports.counted(this.#count) : this.#waiting.join('\n'));
    this.#waiting = [];
    this.#count = 0;
    this.#stopPause = this.#ports.startTimer(PAUSE_MS, () => this.#announce());
  }
}
