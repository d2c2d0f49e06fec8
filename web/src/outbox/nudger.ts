const LOOK_MS = 5_000;
/** So long after the SDK itself has found that it is cut off; then twice as long each time, up to the next. */
const CUT_OFF_MS = 5_000;
const MAX_MS = 30_000;
/** A line or a server that is only slow would have to begin anew. */
const SILENT_MS = 15_000;

export interface NudgerPorts {
  /** Makes the SDK try the network now. */
  readonly nudge: () => void;
  /** Returns what stops it. */
  readonly startTimer: (ms: number, onEnd: () => void) => () => void;
}

export interface Nudger {
  /** Whether what is listened to all the time is up to date or remembered. */
  noteContact(isFromCache: boolean): void;
  /** Nudges, ever less often, until the returned function is called. */
  start(): () => void;
}

/** The SDK's patience grows to a minute; somebody who waits has less. */
export function createNudger({ nudge, startTimer }: NudgerPorts): Nudger {
  let hasReached = false;
  let isCutOff = false;

  return {
    noteContact(isFromCache) {
      isCutOff = hasReached && isFromCache;
      hasReached ||= !isFromCache;
    },
    start() {
      let stop = () => {};
      function lookAfter(ms: number, beforeMs = 0): void {
        stop = startTimer(LOOK_MS, () => {
          const waitedMs = beforeMs + LOOK_MS;
          if (waitedMs < (isCutOff ? ms : Math.max(ms, SILENT_MS))) {
            lookAfter(ms, waitedMs);
          } else {
            nudge();
            lookAfter(Math.min(2 * ms, MAX_MS));
          }
        });
      }
      lookAfter(CUT_OFF_MS);
      return () => stop();
    },
  };
}
