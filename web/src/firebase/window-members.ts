import type { Message } from '@plaza/shared/message';
import { placeFrom } from '@plaza/shared/message-place';
import type { ARCHIVE, MESSAGES } from '@plaza/shared/paths';
import type { MessageCursor } from '@plaza/shared/query-spec';

const LIMITS = 4;

export interface MessageSnapshot {
  readonly messageId: string;
  readonly message: Message;
  /** As `placeFrom` has it; null until the server has confirmed the message. */
  readonly place: string | null;
}

export function snapshotOf(messageId: string, message: Message): MessageSnapshot {
  const { createdAt } = message;
  const place = createdAt === null ? null : placeFrom({ createdAt, messageId });
  return { messageId, message, place };
}

/** Which part of the room is listened to: the newest messages, or those before one of them. */
export interface WindowSpec {
  readonly collection: typeof MESSAGES | typeof ARCHIVE;
  /** null: from the newest on. */
  readonly before: MessageCursor | null;
  /** At most `PAGE_MAX_MESSAGES`. */
  readonly limit: number;
}

/**
 * The next one to listen to instead of this one: the SDK takes a query with another limit for
 * another query. Four of them take turns, so that a window does not shrink for ever.
 */
export function renewedSpec(spec: WindowSpec, renewals: number): WindowSpec {
  return { ...spec, limit: Math.max(1, spec.limit - (renewals % LIMITS)) };
}

/** What a window holds at a moment. */
export interface MessageWindow {
  readonly spec: WindowSpec;
  readonly members: ReadonlyMap<string, MessageSnapshot>;
  /** The members that are new or other than when the window was complete last. */
  readonly changed: readonly MessageSnapshot[];
  /** The oldest confirmed member. */
  readonly oldest: MessageSnapshot | null;
  /** There may be older messages in the collection. */
  readonly isFull: boolean;
  /** The server has said what belongs here; otherwise it is what this browser remembers. */
  readonly isComplete: boolean;
}

/** Calls back with the window, or that it cannot be told, until the returned function is called. */
export type AskWindow = (
  spec: WindowSpec,
  onWindow: (window: MessageWindow) => void,
  onError: () => void,
) => () => void;

/**
 * The members of a window as changes come in. What comes while it is not complete is told again when
 * it is, as the server's own answer names only what differs from that.
 */
export class WindowMembers {
  readonly #spec: WindowSpec;
  readonly #members = new Map<string, MessageSnapshot>();
  readonly #changed = new Map<string, MessageSnapshot>();

  constructor(spec: WindowSpec) {
    this.#spec = spec;
  }

  put(message: MessageSnapshot): void {
    this.#members.set(message.messageId, message);
    this.#changed.set(message.messageId, message);
  }

  remove(messageId: string): void {
    this.#members.delete(messageId);
    this.#changed.delete(messageId);
  }

  /** What these and the members have not in common: who is there, how far on its way, under which name. */
  differencesTo(messages: Iterable<MessageSnapshot>): ReadonlySet<string> {
    const mine = statesOf(this.#members.values());
    const theirs = statesOf(messages);
    return new Set([...mine, ...theirs].filter((state) => !mine.has(state) || !theirs.has(state)));
  }

  tell(isComplete: boolean): MessageWindow {
    const changed = [...this.#changed.values()];
    if (isComplete) this.#changed.clear();
    return {
      spec: this.#spec,
      members: this.#members,
      changed,
      oldest: oldestOf(this.#members.values()),
      isFull: this.#members.size >= this.#spec.limit,
      isComplete,
    };
  }
}

function statesOf(messages: Iterable<MessageSnapshot>): Set<string> {
  return new Set(
    Array.from(messages, ({ messageId, message: { status, username } }) =>
      [messageId, status, username].join(' '),
    ),
  );
}

function oldestOf(messages: Iterable<MessageSnapshot>): MessageSnapshot | null {
  let oldest: MessageSnapshot | null = null;
  let lowest = '~';
  for (const message of messages) {
    if (message.place === null || message.place >= lowest) continue;
    oldest = message;
    lowest = message.place;
  }
  return oldest;
}
