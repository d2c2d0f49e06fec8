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
import { isOnline } from '../platform/online-status.ts';
import { openDatabase } from './firestore.ts';
import { createStaleWatch, type StaleWatchPorts } from './stale-watch.ts';
import { toQuery } from './to-query.ts';
import {
  renewedSpec,
  WindowMembers,
  type MessageSnapshot,
  type MessageWindow,
  type WindowSpec,
} from './window-members.ts';

const STALE_WATCH_PORTS: StaleWatchPorts = {
  startTimer(ms, onEnd) {
    const timer = setTimeout(onEnd, ms);
    return () => clearTimeout(timer);
  },
  isOnline,
};

/** Calls back with the window, and again on every change in it, until the returned function is called. */
export function subscribeToWindow(
  spec: WindowSpec,
  onWindow: (window: MessageWindow) => void,
  onError: () => void,
): () => void {
  let ended = false;
  let stopListening = () => {};
  let renewals = 0;
  // When another tab takes over what is fetched for all tabs, the SDK adds to a listener what has
  // come and leaves in it what has gone, and has doubts about that for ever. It keeps what it has
  // even if one listens anew, as long as another tab listens to the same: so another one is asked.
  const staleWatch = createStaleWatch(STALE_WATCH_PORTS, () => {
    stopListening();
    renewals += 1;
    listen(renewedSpec(spec, renewals));
  });

  function listen(spec: WindowSpec): void {
    const members = new WindowMembers(spec);

    function receive(snapshot: QuerySnapshot): void {
      for (const { type, doc } of snapshot.docChanges({ includeMetadataChanges: true })) {
        if (type === 'removed') members.remove(doc.id);
        else members.put(snapshotFrom(doc));
      }
      const isComplete = !snapshot.metadata.fromCache;
      onWindow(members.tell(isComplete));
      if (!ended) staleWatch.note(isComplete);
    }

    openDatabase()
      .then(({ db }) => {
        if (ended) return;
        const options = { includeMetadataChanges: true };
        stopListening = onSnapshot(toQuery(db, queryFrom(spec)), options, receive, fail);
      })
      .catch(fail);
  }

  function fail(): void {
    staleWatch.stop();
    if (!ended) onError();
  }

  listen(spec);
  return () => {
    ended = true;
    staleWatch.stop();
    stopListening();
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
