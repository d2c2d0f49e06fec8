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
 * Calls back when a listener that had the server's word goes on without, though there is a network:
 * once, until it has it again.
 */
export function createStaleWatch(ports: StaleWatchPorts, onStale: () => void): StaleWatch {
  let wasComplete = false;
  let stopTimer: (() => void) | null = null;

  function stop(): void {
    stopTimer?.();
    stopTimer = null;
  }

  function wait(): void {
    stopTimer = ports.startTimer(STALE_AFTER_MS, () => {
      if (!ports.isOnline()) return wait();
      stopTimer = null;
      wasComplete = false;
      onStale();
    });
  }

  return {
    note(isComplete) {
      if (isComplete) {
        stop();
        wasComplete = true;
      } else if (wasComplete && stopTimer === null) {
        wait();
      }
    },
    stop,
  };
}
