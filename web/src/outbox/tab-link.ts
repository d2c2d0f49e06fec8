import { createTurn } from './turn.ts';

/** The tabs of this browser in which one person is signed in. */
export interface TabLink {
  /** Tells the others that entries have changed. A page that is frozen may be told in vain. */
  tell(): void;
  /** Is also called when the page comes into sight: it may have been frozen. */
  subscribe(onTold: () => void): () => void;
  /**
   * Calls `onTurn` when this tab becomes the one that sends, and what that returned when it is no
   * more. While `isNeeded`, a tab that waits asks the sending one every 2 s, which is told by
   * `onAsked`, and replaces it if it does not answer. Returns what gives the turn up.
   */
  takeTurn(onTurn: () => () => void, isNeeded: () => boolean, onAsked: () => void): () => void;
}

/** `ask` and `answer`: whether the sending tab is alive. */
type Telling = 'changed' | 'ask' | 'answer';

const ASK_EVERY_MS = 2_000;
/** Unanswered for so long, the sending tab hangs or is frozen. */
const SILENCE_MAX_MS = 6_000;

/** Where site data is blocked, no other tab can be told anything. */
function openChannel(name: string): BroadcastChannel | MessagePort {
  try {
    return new BroadcastChannel(name);
  } catch {
    return new MessageChannel().port1;
  }
}

/** Over a BroadcastChannel and a Web Lock; where there is no lock, each tab believes to be the one. */
export function createTabLink(uid: string): TabLink {
  const name = `plaza-outbox-${uid}`;
  const channel = openChannel(name);

  function say(telling: Telling): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has none
    channel.postMessage(telling);
  }

  function listen(onTelling: (telling: Telling) => void): () => void {
    const ending = new AbortController();
    const { signal } = ending;
    channel.addEventListener(
      'message',
      (event) => onTelling((event as MessageEvent<Telling>).data),
      { signal },
    );
    return () => ending.abort();
  }

  return {
    tell: () => say('changed'),
    subscribe(onTold) {
      const stop = listen((telling) => telling === 'changed' && onTold());
      document.addEventListener('visibilitychange', onTold);
      return () => {
        stop();
        document.removeEventListener('visibilitychange', onTold);
      };
    },
    takeTurn(onTurn, isNeeded, onAsked) {
      if (!('locks' in navigator)) return onTurn();
      const turn = createTurn(name, onTurn);
      let silentFor = 0;
      const stopListening = listen((telling) => {
        if (telling === 'answer') silentFor = 0;
        if (telling !== 'ask' || !turn.isHeld()) return;
        say('answer');
        onAsked();
      });
      const timer = setInterval(() => {
        silentFor = turn.isHeld() || !isNeeded() ? 0 : silentFor + ASK_EVERY_MS;
        if (silentFor > SILENCE_MAX_MS) {
          silentFor = 0;
          turn.steal();
        } else if (silentFor > 0) {
          say('ask');
        }
      }, ASK_EVERY_MS);
      return () => {
        clearInterval(timer);
        stopListening();
        turn.giveUp();
      };
    },
  };
}
