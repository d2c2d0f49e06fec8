/** Longer than the tabs take to agree on who fetches for all, and to look up what is in doubt then. */
const STALE_AFTER_MS = 8_000;

export interface StaleWatchPorts {
  startTimer(ms: number, onEnd: () => void): () => void;
  isOnline(): boolean;
}

export interface StaleWatch {
  /** Whether what the listener has just told is the server's word, or only what the cache has. */
  note(isComplete: boolean): void;
  stop(): void;
}

/**
 * Calls back when a listener goes on without the server's word, though there is a network: after 8 s
 * if it had it before, and else, and again, each time twice as late, as its line may be slow.
 */
export function createStaleWatch(ports: StaleWatchPorts, onStale: () => void): StaleWatch {
  let doublings = 1;
  let stopTimer: (() => void) | null = null;

  function stop(): void {
    stopTimer?.();
    stopTimer = null;
  }

  function wait(): void {
    stopTimer = ports.startTimer(STALE_AFTER_MS * 2 ** doublings, () => {
      if (!ports.isOnline()) return wait();
      stopTimer = null;
      doublings += 1;
      onStale();
    });
  }

  return {
    note(isComplete) {
      if (isComplete) {
        stop();
        doublings = 0;
      } else if (stopTimer === null) {
        wait();
      }
    },
    stop,
  };
}
