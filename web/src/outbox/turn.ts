/** A Web Lock that is waited for, held, and may be stolen. */
export interface Turn {
  isHeld(): boolean;
  /** Takes it from a holder that does not answer. */
  steal(): void;
  giveUp(): void;
}

/** Calls `onTurn` each time this tab gets the lock, and what that returned when it loses it. */
export function createTurn(name: string, onTurn: () => () => void): Turn {
  let waiting = new AbortController();
  let end: (() => void) | null = null;
  let release = () => {};
  let isOver = false;

  function hold(): Promise<void> | undefined {
    if (isOver) return undefined;
    end = onTurn();
    return new Promise((resolve) => {
      release = resolve;
    });
  }

  function lose(): void {
    end?.();
    end = null;
  }

  function waitForTurn(): void {
    waiting = new AbortController();
    const { signal } = waiting;
    navigator.locks.request(name, { signal }, hold).catch(() => {
      // Stolen, unless it was this tab that stopped waiting.
      if (signal.aborted) return;
      lose();
      if (!isOver) waitForTurn();
    });
  }

  waitForTurn();
  return {
    isHeld: () => end !== null,
    steal() {
      waiting.abort();
      navigator.locks.request(name, { steal: true }, hold).catch(() => {
        lose();
        if (!isOver) waitForTurn();
      });
    },
    giveUp() {
      isOver = true;
      lose();
      waiting.abort();
      release();
    },
  };
}
