import { getDocs, type QueryDocumentSnapshot } from 'firebase/firestore';
import type { Message } from '@plaza/shared/message';
import { ARCHIVE, MESSAGES } from '@plaza/shared/paths';
import { messagesOfUser, type MessageCursor } from '@plaza/shared/query-spec';
import { openDatabase } from './firestore.ts';
import { toQuery } from './to-query.ts';

const PERSON_PAGE_MESSAGES = 50;

export type MessageCollection = typeof MESSAGES | typeof ARCHIVE;

export interface PersonMessage {
  readonly messageId: string;
  readonly message: Message;
  readonly collection: MessageCollection;
}

/** Where a page begins: first come the messages, then the archive. */
export interface PersonPlace {
  readonly collection: MessageCollection;
  readonly before: MessageCursor | null;
}

export interface PersonPage {
  /** Newest first, without those that the server has not confirmed. */
  readonly messages: readonly PersonMessage[];
  /** Null at the end. */
  readonly next: PersonPlace | null;
  /** The server could not be reached: what this device knows, and perhaps not all. */
  readonly isFromCache: boolean;
}

export const NEWEST: PersonPlace = { collection: MESSAGES, before: null };
const ARCHIVED: PersonPlace = { collection: ARCHIVE, before: null };

/** @throws FirestoreError */
export async function fetchPersonPage(uid: string, place: PersonPlace): Promise<PersonPage> {
  const { db } = await openDatabase();
  const { collection, before } = place;
  const spec = messagesOfUser(uid, collection, before, PERSON_PAGE_MESSAGES);
  const { docs, size, metadata } = await getDocs(toQuery(db, spec));
  const messages = docs.map((snapshot) => personMessage(snapshot, collection)).filter(isConfirmed);
  const last = messages.at(-1);
  const isLast = size < PERSON_PAGE_MESSAGES || last === undefined;
  const end = collection === MESSAGES ? ARCHIVED : null;
  return {
    messages,
    next: isLast ? end : { collection, before: cursorOf(last) },
    isFromCache: metadata.fromCache,
  };
}

type ConfirmedMessage = PersonMessage & {
  readonly message: { readonly createdAt: MessageCursor['createdAt'] };
};

function personMessage(
  snapshot: QueryDocumentSnapshot,
  collection: MessageCollection,
): PersonMessage {
  return { messageId: snapshot.id, message: snapshot.data() as Message, collection };
}

function isConfirmed(entry: PersonMessage): entry is ConfirmedMessage {
  return entry.message.createdAt !== null;
}

function cursorOf({ messageId, message }: ConfirmedMessage): MessageCursor {
  return { createdAt: message.createdAt, messageId };
}
