/** Timers that go off when they are told to, however long they were set to. */
export class Timers {
  readonly #due = new Set<{ readonly onEnd: () => void }>();

  readonly start = (_ms: number, onEnd: () => void): (() => void) => {
    const timer = { onEnd };
    this.#due.add(timer);
    return () => void this.#due.delete(timer);
  };

  /** Those that run now and are not stopped by one of them. */
  fire(): void {
    const running = [...this.#due];
    for (const timer of running) if (this.#due.delete(timer)) timer.onEnd();
  }
}
