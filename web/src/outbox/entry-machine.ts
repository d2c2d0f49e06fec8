import type { EntryState, FailureReason, QueuedState, WaitReason } from './outbox-entry.ts';

/** What can happen to an entry. */
export type EntryEvent =
  /** Its turn has not come, or something is in the way. */
  | { readonly type: 'wait'; readonly reason: WaitReason; readonly until: number | null }
  | { readonly type: 'hand-over' }
  /** Refused, and not on the server. */
  | { readonly type: 'refuse'; readonly verdict: Verdict }
  /** Neither the server nor the SDK's queue has it: the hand-over did not come that far. */
  | { readonly type: 'vanish' }
  /** The server's copy has been seen. */
  | { readonly type: 'arrive' }
  /** A withdrawn one is on the server no more, or its deletion is in the SDK's queue; the draft has a taken one. */
  | { readonly type: 'removed' }
  /** It has left already: the disk could not be told then. */
  | { readonly type: 'left' }
  /** What the person does. */
  | { readonly type: 'retry' }
  | { readonly type: 'discard' }
  | { readonly type: 'take-back' }
  | { readonly type: 'withdraw' };

/** What follows from a refusal. */
export type Verdict =
  | {
      readonly type: 'wait';
      readonly reason: WaitReason;
      readonly until: number | null;
      readonly refusals: number;
    }
  | { readonly type: 'give-up'; readonly reason: FailureReason };

export const NEW_ENTRY: QueuedState = {
  status: 'queued',
  waitsFor: 'turn',
  until: null,
  refusals: 0,
};

type Transitions = {
  readonly [Status in EntryState['status']]: {
    readonly [Type in EntryEvent['type']]?: (
      state: Extract<EntryState, { status: Status }>,
      event: Extract<EntryEvent, { type: Type }>,
    ) => EntryState | 'gone';
  };
};

/** Every way from one state to another: docs/spec/sending.md has them as a table. */
const TRANSITIONS: Transitions = {
  queued: {
    wait: (state, { reason, until }) => ({ ...state, waitsFor: reason, until }),
    'hand-over': ({ refusals }) => ({ status: 'sending', refusals }),
    discard: () => 'gone',
    'take-back': () => ({ status: 'taken' }),
    withdraw: () => 'gone',
    left: () => 'gone',
  },
  sending: {
    arrive: () => 'gone',
    vanish: ({ refusals }) => ({ ...NEW_ENTRY, refusals }),
    refuse: (_, { verdict }) => afterVerdict(verdict),
    withdraw: () => ({ status: 'withdrawn' }),
    left: () => 'gone',
  },
  failed: {
    retry: () => NEW_ENTRY,
    discard: () => 'gone',
    'take-back': () => ({ status: 'taken' }),
    withdraw: () => 'gone',
    left: () => 'gone',
  },
  withdrawn: {
    removed: () => 'gone',
    left: () => 'gone',
  },
  taken: {
    removed: () => 'gone',
    left: () => 'gone',
  },
};

function afterVerdict(verdict: Verdict): EntryState {
  if (verdict.type === 'give-up') return { status: 'failed', reason: verdict.reason };
  const { reason, until, refusals } = verdict;
  return { status: 'queued', waitsFor: reason, until, refusals };
}

/**
 * The state after an event, `gone` when the entry leaves the outbox, or null where the event does
 * not apply: what caused it is out of date, then, and has to be looked at again.
 */
export function nextState(state: EntryState, event: EntryEvent): EntryState | 'gone' | null {
  const transition = TRANSITIONS[state.status][event.type] as
    ((state: EntryState, event: EntryEvent) => EntryState | 'gone') | undefined;
  return transition?.(state, event) ?? null;
}
