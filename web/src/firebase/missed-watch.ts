/** Longer than tabs take to tell each other, even on a busy machine. */
const SOON_MS = 3_000;
/** What was on a slow line has come by then. */
const LATER_MS = 20_000;

export interface MissedWatchPorts {
  startTimer(ms: number, onEnd: () => void): () => void;
  /** Whether the listener tells what is in the cache. */
  agrees(): Promise<boolean>;
}

export interface MissedWatch {
  /** The listener has told something. */
  note(): void;
  stop(): void;
}

/**
 * Looks 3 s after a listener has told something, and once more after 20 s. Calls back when it tells
 * something else than the cache has, twice running; and again, each time twice as late, as long as
 * that goes on.
 */
export function createMissedWatch(ports: MissedWatchPorts, onMissed: () => void): MissedWatch {
  let stopTimer = (): void => {};
  let isDueSoon = false;
  let hasDoubts = false;
  let hasEnded = false;
  let doublings = 0;

  function note(): void {
    if (isDueSoon || hasEnded) return;
    stopTimer();
    isDueSoon = true;
    stopTimer = ports.startTimer(SOON_MS * 2 ** doublings, () => {
      isDueSoon = false;
      void look(true);
    });
  }

  async function look(isToBeRepeated: boolean): Promise<void> {
    const agrees = await ports.agrees();
    if (hasEnded) return;
    if (agrees) {
      hasDoubts = false;
      doublings = 0;
      if (isToBeRepeated && !isDueSoon) {
        stopTimer = ports.startTimer(LATER_MS, () => void look(false));
      }
      return;
    }
    if (hasDoubts) {
      doublings += 1;
      onMissed();
    }
    hasDoubts = !hasDoubts;
    note();
  }

  return {
    note,
    stop() {
      hasEnded = true;
      stopTimer();
    },
  };
}
