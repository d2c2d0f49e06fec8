/** A Web Lock that is waited for, held, and may be stolen. */
export interface Turn {
  isHeld(): boolean;
  /** Takes it from a holder that does not answer. */
  steal(): void;
  giveUp(): void;
}

/** Stolen, or not waited for any more; else there is no lock to be had, as where site data is blocked. */
function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
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
    navigator.locks.request(name, { signal }, hold).catch((error: unknown) => {
      // Stolen, unless it was this tab that stopped waiting.
      if (signal.aborted) return;
      lose();
      if (isOver) return;
      if (isAborted(error)) waitForTurn();
      else end = onTurn();
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
