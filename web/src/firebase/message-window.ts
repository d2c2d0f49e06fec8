import {
  doc,
  getDocFromServer,
  onSnapshot,
  type DocumentSnapshot,
  type QuerySnapshot,
} from 'firebase/firestore';
import type { Message } from '@plaza/shared/message';
import { placeFrom } from '@plaza/shared/message-place';
import { ARCHIVE, archivePath, type MESSAGES } from '@plaza/shared/paths';
import {
  archivedMessages,
  newestMessages,
  olderMessages,
  type MessageCursor,
  type QuerySpec,
} from '@plaza/shared/query-spec';
import { openDatabase } from './firestore.ts';
import { toQuery } from './to-query.ts';

export interface MessageSnapshot {
  readonly messageId: string;
  readonly message: Message;
  /** As `placeFrom` has it; null until the server has confirmed the message. */
  readonly place: string | null;
}

/** Which part of the room is listened to: the newest messages, or those before one of them. */
export interface WindowSpec {
  readonly collection: typeof MESSAGES | typeof ARCHIVE;
  /** null: from the newest on. */
  readonly before: MessageCursor | null;
  /** At most `PAGE_MAX_MESSAGES`. */
  readonly limit: number;
}

/** What a window holds at a moment. */
export interface MessageWindow {
  readonly spec: WindowSpec;
  readonly members: ReadonlyMap<string, MessageSnapshot>;
  /** The members that are new or other than at the last call. */
  readonly changed: readonly MessageSnapshot[];
  /** The oldest confirmed member. */
  readonly oldest: MessageSnapshot | null;
  /** There may be older messages in the collection. */
  readonly isFull: boolean;
  /** The server has said what belongs here; otherwise it is what this browser remembers. */
  readonly isComplete: boolean;
}

/** Calls back with the window, and again on every change in it, until the returned function is called. */
export function subscribeToWindow(
  spec: WindowSpec,
  onWindow: (window: MessageWindow) => void,
  onError: () => void,
): () => void {
  let ended = false;
  let stop = () => {};
  const members = new Map<string, MessageSnapshot>();

  function receive(snapshot: QuerySnapshot): void {
    const changed: MessageSnapshot[] = [];
    for (const { type, doc } of snapshot.docChanges({ includeMetadataChanges: true })) {
      if (type === 'removed') {
        members.delete(doc.id);
      } else {
        const message = snapshotFrom(doc);
        members.set(doc.id, message);
        changed.push(message);
      }
    }
    onWindow({
      spec,
      members,
      changed,
      oldest: oldestOf(members.values()),
      isFull: snapshot.size >= spec.limit,
      isComplete: !snapshot.metadata.fromCache,
    });
  }

  openDatabase()
    .then(({ db }) => {
      if (ended) return;
      const options = { includeMetadataChanges: true };
      stop = onSnapshot(toQuery(db, queryFrom(spec)), options, receive, onError);
    })
    .catch(() => {
      if (!ended) onError();
    });

  return () => {
    ended = true;
    stop();
  };
}

/**
 * null if the message is not in the archive.
 * @throws FirestoreError when the server cannot be asked
 */
export async function fetchArchived(messageId: string): Promise<MessageSnapshot | null> {
  const { db } = await openDatabase();
  const document = await getDocFromServer(doc(db, archivePath(messageId)));
  return document.exists() ? snapshotFrom(document) : null;
}

function queryFrom({ collection, before, limit }: WindowSpec): QuerySpec {
  if (collection === ARCHIVE) return archivedMessages(before, limit);
  return before === null ? newestMessages(limit) : olderMessages(before, limit);
}

function snapshotFrom(document: DocumentSnapshot): MessageSnapshot {
  const message = document.data() as Message;
  const messageId = document.id;
  const { createdAt } = message;
  return {
    messageId,
    message,
    place: createdAt === null ? null : placeFrom({ createdAt, messageId }),
  };
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
