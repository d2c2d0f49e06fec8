import type { PreparedImage } from '../images/prepared-image.ts';

/** What somebody wrote. */
export interface Draft {
  readonly text: string;
  readonly images: readonly PreparedImage[];
}

/** A message of this device that the server has not been seen to hold. */
export interface OutboxEntry extends Draft {
  /** Made here, at random; a resend keeps it, so that sending twice writes once. */
  readonly messageId: string;
  readonly uid: string;
  /** Rises with each entry of this browser: a person's messages go out in this order. */
  readonly sequence: number;
  /** Milliseconds since 1970, by this device's clock. */
  readonly queuedAt: number;
  readonly state: EntryState;
}

export interface QueuedState {
  readonly status: 'queued';
  readonly waitsFor: WaitReason;
  /** When it is tried next, in milliseconds since 1970; null where that is not known. */
  readonly until: number | null;
  /** How often the server has refused it for no reason that is known. */
  readonly refusals: number;
}

export type EntryState =
  | QueuedState
  /** Handed over: it may be on the server already. */
  | { readonly status: 'sending'; readonly refusals: number }
  | { readonly status: 'failed'; readonly reason: FailureReason }
  /** Deleted by its author after it was handed over: not shown any more, and not to come back. */
  | { readonly status: 'withdrawn' }
  /** Not sent and not shown any more: a draft is about to have it. */
  | { readonly status: 'taken' };

/** `turn`: those before it go first. `quota`: more than the limit allows. `retry`: refused for no reason that is known. */
export type WaitReason =
  'turn' | 'network' | 'quota' | 'blocked' | 'session' | 'app-check' | 'retry';

/** Why sending was given up. The client has a sentence for each. */
export type FailureReason = 'refused' | 'no-profile';
