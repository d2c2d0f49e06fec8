import {
  doc,
  getDocFromServer,
  onSnapshot,
  type DocumentSnapshot,
  type QuerySnapshot,
} from 'firebase/firestore';
import type { Message } from '@plaza/shared/message';
import { placeFrom } from '@plaza/shared/message-place';
import { ARCHIVE, archivePath, messagePath } from '@plaza/shared/paths';
import {
  archivedMessages,
  newestMessages,
  olderMessages,
  type QuerySpec,
} from '@plaza/shared/query-spec';
import { openDatabase } from './firestore.ts';
import { toQuery } from './to-query.ts';
import {
  WindowMembers,
  type MessageSnapshot,
  type MessageWindow,
  type WindowSpec,
} from './window-members.ts';

/** Calls back with the window, and again on every change in it, until the returned function is called. */
export function subscribeToWindow(
  spec: WindowSpec,
  onWindow: (window: MessageWindow) => void,
  onError: () => void,
): () => void {
  let ended = false;
  let stop = () => {};
  const members = new WindowMembers(spec);

  function receive(snapshot: QuerySnapshot): void {
    for (const { type, doc } of snapshot.docChanges({ includeMetadataChanges: true })) {
      if (type === 'removed') members.remove(doc.id);
      else members.put(snapshotFrom(doc));
    }
    onWindow(members.tell(!snapshot.metadata.fromCache));
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
 * null if the message is not there.
 * @throws FirestoreError when the server cannot be asked
 */
export async function fetchMessage(
  collection: WindowSpec['collection'],
  messageId: string,
): Promise<MessageSnapshot | null> {
  const { db } = await openDatabase();
  const pathOf = collection === ARCHIVE ? archivePath : messagePath;
  const document = await getDocFromServer(doc(db, pathOf(messageId)));
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
