import type { Message } from '@plaza/shared/message';
import { placeFrom } from '@plaza/shared/message-place';
import { ARCHIVE, MESSAGES } from '@plaza/shared/paths';
import {
  WindowMembers,
  type AskWindow,
  type MessageSnapshot,
  type MessageWindow,
  type WindowSpec,
} from '../../../firebase/window-members.ts';

export type Stored = MessageSnapshot & { readonly place: string };

/** A time as Firestore has it, in microseconds. */
function timestamp(micros: number): NonNullable<Message['createdAt']> {
  return {
    seconds: Math.floor(micros / 1e6),
    nanoseconds: (micros % 1e6) * 1_000,
    toMillis: () => Math.floor(micros / 1_000),
    valueOf: () => String(micros).padStart(20, '0'),
  };
}

export function messageAt(
  messageId: string,
  micros: number,
  fields: Partial<Message> = {},
): Stored {
  const createdAt = timestamp(micros);
  const message: Message = {
    uid: 'bob',
    username: 'Bob',
    text: `Text of ${messageId}`,
    createdAt,
    shard: 0,
    status: 'delivered',
    attachments: [],
    ...fields,
  };
  return { messageId, message, place: placeFrom({ createdAt, messageId }) };
}

/** What is told twice is never the same object. */
function copyOf(snapshot: Stored): Stored {
  return { ...snapshot, message: { ...snapshot.message } };
}

interface Listener {
  readonly spec: WindowSpec;
  readonly onWindow: (window: MessageWindow) => void;
  readonly onError: () => void;
  readonly isAskedOnce: boolean;
  /** What it is never told of. */
  readonly missed: Set<string>;
  members: WindowMembers;
  found: readonly Stored[];
}

/** What the server holds, and answers as Firestore does: to listeners and to who asks once, when `deliver` is called. */
export class ServerRoom {
  readonly #collections = {
    [MESSAGES]: new Map<string, Stored>(),
    [ARCHIVE]: new Map<string, Stored>(),
  };
  readonly listeners: Listener[] = [];
  /** Windows that have been listened to. */
  readonly opened: WindowSpec[] = [];

  put(message: Stored, collection: WindowSpec['collection'] = MESSAGES): void {
    this.#collections[collection].set(message.messageId, message);
  }

  delete(messageId: string): void {
    this.#collections[MESSAGES].delete(messageId);
    this.#collections[ARCHIVE].delete(messageId);
  }

  /** Those who listen now are not told. */
  deleteUntold(messageId: string): void {
    this.delete(messageId);
    for (const listener of this.listeners) {
      listener.found = listener.found.filter((message) => message.messageId !== messageId);
    }
  }

  /** Those who listen now are never told. */
  putUntold(message: Stored): void {
    this.put(message);
    for (const { missed } of this.listeners) missed.add(message.messageId);
  }

  /** Every listener is replaced by a new one. */
  listenAnew(): void {
    for (const listener of this.listeners) {
      listener.members = new WindowMembers(listener.spec);
      listener.found = [];
    }
  }

  archive(messageId: string): void {
    const message = this.#collections[MESSAGES].get(messageId);
    if (message === undefined) return;
    this.#collections[MESSAGES].delete(messageId);
    this.#collections[ARCHIVE].set(messageId, message);
  }

  rename(uid: string, username: string): void {
    for (const messages of Object.values(this.#collections)) {
      for (const [id, snapshot] of messages) {
        if (snapshot.message.uid !== uid) continue;
        messages.set(id, { ...snapshot, message: { ...snapshot.message, username } });
      }
    }
  }

  /** Oldest first. */
  all(): readonly Stored[] {
    const messages = Object.values(this.#collections).flatMap((part) => [...part.values()]);
    return messages.toSorted((a, b) => (a.place < b.place ? -1 : 1));
  }

  get(messageId: string): Stored | undefined {
    return this.#collections[MESSAGES].get(messageId) ?? this.#collections[ARCHIVE].get(messageId);
  }

  readonly fetchMessage = (
    collection: WindowSpec['collection'],
    messageId: string,
  ): Promise<MessageSnapshot | null> =>
    Promise.resolve(this.#collections[collection].get(messageId) ?? null);

  readonly subscribe: AskWindow = (spec, onWindow, onError) => {
    this.opened.push(spec);
    return this.#ask(spec, onWindow, onError, false);
  };

  readonly fetchWindow: AskWindow = (spec, onWindow, onError) =>
    this.#ask(spec, onWindow, onError, true);

  #ask(
    spec: WindowSpec,
    onWindow: Listener['onWindow'],
    onError: Listener['onError'],
    isAskedOnce: boolean,
  ): () => void {
    const members = new WindowMembers(spec);
    const missed = new Set<string>();
    const listener = { spec, onWindow, onError, isAskedOnce, missed, members, found: [] };
    this.listeners.push(listener);
    return () => this.#leave(listener);
  }

  #leave(listener: Listener): void {
    const index = this.listeners.indexOf(listener);
    if (index >= 0) this.listeners.splice(index, 1);
  }

  /** As for a browser that has all of it in its cache, before the server answers. */
  deliverFromCache(): void {
    this.deliver(() => true, false);
  }

  /** Tells every listener where it stands; only those that pass the filter, if there is one. */
  deliver(isTold: (spec: WindowSpec) => boolean = () => true, isComplete = true): void {
    for (const listener of this.listeners.filter(({ spec }) => isTold(spec))) {
      // Another one's answer may have ended it.
      if (!this.listeners.includes(listener)) continue;
      if (listener.isAskedOnce && !isComplete) continue;
      const { spec, members, found: before } = listener;
      const upper = spec.before === null ? '~' : placeFrom(spec.before);
      const found = [...this.#collections[spec.collection].values()]
        .filter(({ place, messageId }) => place < upper && !listener.missed.has(messageId))
        .toSorted((a, b) => (a.place < b.place ? 1 : -1))
        .slice(0, spec.limit);
      listener.found = found;
      for (const message of before) if (!found.includes(message)) members.remove(message.messageId);
      for (const message of found) if (!before.includes(message)) members.put(copyOf(message));
      if (listener.isAskedOnce) this.#leave(listener);
      listener.onWindow(members.tell(isComplete));
    }
  }
}
