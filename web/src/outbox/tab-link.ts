/** The tabs of this browser in which one person is signed in. */
export interface TabLink {
  /** Tells the others that entries have changed. */
  tell(): void;
  subscribe(onTold: () => void): () => void;
  /**
   * Calls `onTurn` when this tab becomes the one that sends, and what that returned when it is no
   * more. Returns what gives the turn up.
   */
  takeTurn(onTurn: () => () => void): () => void;
}

/** Over a BroadcastChannel and a Web Lock; where there is no lock, each tab believes to be the one. */
export function createTabLink(uid: string): TabLink {
  const name = `plaza-outbox-${uid}`;
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null;
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has none
    tell: () => channel?.postMessage(null),
    subscribe(onTold) {
      channel?.addEventListener('message', onTold);
      return () => channel?.close();
    },
    takeTurn(onTurn) {
      if (!('locks' in navigator)) return onTurn();
      const ending = new AbortController();
      let giveUp = () => {};
      navigator.locks
        .request(name, { signal: ending.signal }, () => {
          if (ending.signal.aborted) return undefined;
          const end = onTurn();
          return new Promise<void>((resolve) => {
            giveUp = () => {
              end();
              resolve();
            };
          });
        })
        .catch(() => {});
      return () => {
        ending.abort();
        giveUp();
      };
    },
  };
}
