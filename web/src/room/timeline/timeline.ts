import type { Message } from '@plaza/shared/message';
import { placeFrom } from '@plaza/shared/message-place';
import type { MessageCursor } from '@plaza/shared/query-spec';
import type { MessageSnapshot, MessageWindow, WindowSpec } from '../../firebase/window-members.ts';
import { firstFrom } from './sorted.ts';

/** A message that the server has confirmed. */
export interface StoredMessage {
  readonly messageId: string;
  readonly place: string;
  readonly message: Message & { readonly createdAt: MessageCursor['createdAt'] };
  readonly collection: WindowSpec['collection'];
}

/**
 * The confirmed messages of a stretch of the room, without holes, oldest first.
 *
 * A complete window says what is in its range: from its oldest member (or, if it is not full, from
 * the beginning) up to where it starts. What is known there and is not a member has been deleted.
 * What is older has only been pushed out of the window by newer messages, and stays.
 */
export class Timeline {
  readonly #messages: StoredMessage[] = [];
  readonly #byId = new Map<string, StoredMessage>();

  /** Oldest first. Always the same array. */
  get messages(): readonly StoredMessage[] {
    return this.#messages;
  }

  has(messageId: string): boolean {
    return this.#byId.has(messageId);
  }

  isIn(collection: StoredMessage['collection'], messageId: string): boolean {
    return this.#byId.get(messageId)?.collection === collection;
  }

  /**
   * Takes in what a window brings. `mayHaveMoved` picks, from those that have vanished, the ones to
   * keep until it is known whether they are in the archive; they are returned.
   */
  apply(
    window: MessageWindow,
    mayHaveMoved: (message: StoredMessage) => boolean = () => false,
  ): readonly StoredMessage[] {
    for (const snapshot of window.changed) this.put(snapshot, window.spec.collection);
    if (!window.isComplete) return [];
    const doubtful: StoredMessage[] = [];
    for (const message of this.#within(window)) {
      if (window.members.has(message.messageId)) continue;
      if (mayHaveMoved(message)) doubtful.push(message);
      else this.drop(message.messageId);
    }
    return doubtful;
  }

  put(snapshot: MessageSnapshot, collection: WindowSpec['collection']): void {
    const { messageId, place, message } = snapshot;
    if (place === null) return;
    const stored = { messageId, place, collection, message: message as StoredMessage['message'] };
    const known = this.#byId.get(messageId);
    const isSame = known?.place === place && known.collection === collection;
    // The same is told by whoever fetches and by whoever listens.
    if (isSame && isEqual(known.message, message)) return;
    // What the SDK takes for the server's time before the listener has told it may be off.
    if (known !== undefined) this.drop(messageId);
    this.#messages.splice(firstFrom(this.#messages, place), 0, stored);
    this.#byId.set(messageId, stored);
  }

  drop(messageId: string): void {
    const message = this.#byId.get(messageId);
    if (message === undefined) return;
    this.#byId.delete(messageId);
    this.#messages.splice(firstFrom(this.#messages, message.place), 1);
  }

  retain(isKept: (messageId: string) => boolean): void {
    for (const { messageId } of this.#messages.filter((message) => !isKept(message.messageId))) {
      this.drop(messageId);
    }
  }

  /** Forgets all but the newest, or all but the oldest. */
  keep(end: 'newest' | 'oldest', count: number): void {
    const surplus = this.#messages.length - count;
    if (surplus <= 0) return;
    const forgotten = this.#messages.splice(end === 'newest' ? 0 : count, surplus);
    for (const { messageId } of forgotten) this.#byId.delete(messageId);
  }

  #within({ spec, oldest, isFull }: MessageWindow): StoredMessage[] {
    const lower = isFull ? oldest?.place : '';
    if (lower === undefined || lower === null) return [];
    const from = firstFrom(this.#messages, lower);
    const upper = spec.before === null ? '~' : placeFrom(spec.before);
    const to = firstFrom(this.#messages, upper);
    return this.#messages
      .slice(from, to)
      .filter(({ collection }) => collection === spec.collection);
  }
}

function isEqual(one: Message, other: Message): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
