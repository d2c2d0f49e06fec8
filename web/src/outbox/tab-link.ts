import { createTurn } from './turn.ts';

/** The tabs of this browser in which one person is signed in. */
export interface TabLink {
  /** Tells the others that entries have changed. A page that is frozen may be told in vain. */
  tell(): void;
  /** Is also called when the page comes to life or into sight. */
  subscribe(onTold: () => void): () => void;
  /**
   * Calls `onTurn` when this tab becomes the one that sends, and what that returned when it is no
   * more. Returns what gives the turn up.
   */
  takeTurn(onTurn: () => () => void, waiting: Waiting): () => void;
}

/** Tabs that wait for the sending one ask it every 2 s: one that does not answer is replaced. */
export interface Waiting {
  /** Whether something has to be sent, as far as this tab knows. */
  readonly isNeeded: () => boolean;
  /** Another tab asks this one, which sends. */
  readonly onAsked: () => void;
}

/** `ask` and `answer`: whether the sending tab is alive. */
type Telling = 'changed' | 'ask' | 'answer';

const AWAKE = ['resume', 'visibilitychange'];
const ASK_EVERY_MS = 2_000;
/** Unanswered for so long, the sending tab hangs or is frozen. */
const SILENCE_MAX_MS = 6_000;

/** Over a BroadcastChannel and a Web Lock; where there is no lock, each tab believes to be the one. */
export function createTabLink(uid: string): TabLink {
  const name = `plaza-outbox-${uid}`;
  const channel = new BroadcastChannel(name);

  function say(telling: Telling): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has none
    channel.postMessage(telling);
  }

  function subscribe(telling: Telling, onTold: () => void): () => void {
    function listen({ data }: MessageEvent<Telling>): void {
      if (data === telling) onTold();
    }
    channel.addEventListener('message', listen);
    return () => channel.removeEventListener('message', listen);
  }

  return {
    tell: () => say('changed'),
    subscribe(onTold) {
      const stop = subscribe('changed', onTold);
      for (const event of AWAKE) document.addEventListener(event, onTold);
      return () => {
        stop();
        for (const event of AWAKE) document.removeEventListener(event, onTold);
      };
    },
    takeTurn(onTurn, { isNeeded, onAsked }) {
      if (!('locks' in navigator)) return onTurn();
      const turn = createTurn(name, onTurn);
      const stopAnswering = subscribe('ask', () => {
        if (!turn.isHeld()) return;
        say('answer');
        onAsked();
      });
      let silentFor = 0;
      const stopListening = subscribe('answer', () => {
        silentFor = 0;
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
        stopAnswering();
        stopListening();
        turn.giveUp();
      };
    },
  };
}
