const TICK_MS = 2_000;
/** Longer than a busy page keeps a timer waiting. */
const STANDSTILL_MS = 5_000;

export interface StandstillPorts {
  /** Milliseconds since 1970: it goes on while a device sleeps. */
  now(): number;
  isVisible(): boolean;
  /** Calls back every so often, and when the page comes into sight; returns what ends that. */
  startTicking(everyMs: number, onTick: () => void): () => void;
}

/**
 * Calls back when the page has stood still, frozen by the browser or with its device asleep, and goes
 * on: one tick later, as others need a moment for that, too; and not before somebody sees it.
 */
export function afterStandstill(ports: StandstillPorts, onGoOn: () => void): () => void {
  let lastTick = ports.now();
  let hasStoodStill = false;
  return ports.startTicking(TICK_MS, () => {
    const now = ports.now();
    const isStandstill = Math.abs(now - lastTick) > STANDSTILL_MS;
    lastTick = now;
    if (isStandstill) {
      hasStoodStill = true;
    } else if (hasStoodStill && ports.isVisible()) {
      hasStoodStill = false;
      onGoOn();
    }
  });
}

export const PAGE_STANDSTILL: StandstillPorts = {
  now: () => Date.now(),
  isVisible: () => document.visibilityState === 'visible',
  startTicking(everyMs, onTick) {
    const timer = setInterval(onTick, everyMs);
    return () => clearInterval(timer);
  },
};
