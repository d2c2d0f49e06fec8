/** Longer than tabs take to tell each other, even on a busy machine. */
const SOON_MS = 3_000;
/** What was on a slow line has come by then. */
const LATER_MS = 20_000;

export interface MissedWatchPorts {
  startTimer(ms: number, onEnd: () => void): () => void;
  /** What the listener tells otherwise than the cache has it, each a text of its own. */
  differences(): Promise<ReadonlySet<string>>;
}

export interface MissedWatch {
  /** The listener has told something. */
  note(): void;
  stop(): void;
}

/**
 * Looks 3 s after a listener has told something, and once more after 20 s. Calls back when the same
 * is missing twice running, as what is on its way differs only once; and again, each time twice as
 * late, as long as that goes on.
 */
export function createMissedWatch(ports: MissedWatchPorts, onMissed: () => void): MissedWatch {
  let stopTimer = (): void => {};
  let isDueSoon = false;
  let doubts: ReadonlySet<string> = new Set();
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
    const differences = await ports.differences();
    if (hasEnded) return;
    if (differences.size === 0) {
      doubts = differences;
      doublings = 0;
      if (isToBeRepeated && !isDueSoon) {
        stopTimer = ports.startTimer(LATER_MS, () => void look(false));
      }
      return;
    }
    const isMissed = [...differences].some((difference) => doubts.has(difference));
    doubts = isMissed ? new Set() : differences;
    if (isMissed) {
      doublings += 1;
      onMissed();
    }
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
