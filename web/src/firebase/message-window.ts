import {
  doc,
  getDocFromServer,
  getDocsFromCache,
  onSnapshot,
  type DocumentSnapshot,
  type QuerySnapshot,
} from 'firebase/firestore';
import type { Message } from '@plaza/shared/message';
import { ARCHIVE, archivePath, messagePath } from '@plaza/shared/paths';
import { isOnline } from '../platform/online-status.ts';
import { openDatabase } from './firestore.ts';
import { createMissedWatch } from './missed-watch.ts';
import { createStaleWatch } from './stale-watch.ts';
import { toQuery } from './to-query.ts';
import {
  renewedSpec,
  snapshotOf,
  WindowMembers,
  type MessageSnapshot,
  type MessageWindow,
  type WindowSpec,
} from './window-members.ts';
import { windowQuery } from './window-query.ts';

function startTimer(ms: number, onEnd: () => void): () => void {
  const timer = setTimeout(onEnd, ms);
  return () => clearTimeout(timer);
}

/** Calls back with the window, and again on every change in it, until the returned function is called. */
export function subscribeToWindow(
  spec: WindowSpec,
  onWindow: (window: MessageWindow) => void,
  onError: () => void,
): () => void {
  let ended = false;
  let stopListening = () => {};
  let renewals = 0;
  let differences = (): Promise<ReadonlySet<string>> => Promise.resolve(new Set());
  // When another tab takes over what is fetched for all tabs, the SDK adds to a listener what has
  // come and leaves in it what has gone, and has doubts about that for ever. It keeps what it has
  // even if one listens anew, as long as another tab listens to the same: so another one is asked.
  const staleWatch = createStaleWatch({ startTimer, isOnline }, renew);
  // A tab for which another one fetches is told to look into the cache for what the server has said
  // since the last that it knows. That may be the answer to a message of one's own: what comes later,
  // on a slow line, was said before it, and this tab would never hear of it.
  const missedWatch = createMissedWatch({ startTimer, differences: () => differences() }, renew);

  function renew(): void {
    stopListening();
    renewals += 1;
    listen(renewedSpec(spec, renewals));
  }

  function listen(spec: WindowSpec): void {
    const members = new WindowMembers(spec);

    function receive(snapshot: QuerySnapshot): void {
      for (const { type, doc } of snapshot.docChanges({ includeMetadataChanges: true })) {
        if (type === 'removed') members.remove(doc.id);
        else members.put(snapshotFrom(doc));
      }
      const isComplete = !snapshot.metadata.fromCache;
      onWindow(members.tell(isComplete));
      if (ended) return;
      staleWatch.note(isComplete);
      missedWatch.note();
    }

    openDatabase()
      .then(({ db }) => {
        if (ended) return;
        const options = { includeMetadataChanges: true };
        const query = toQuery(db, windowQuery(spec));
        stopListening = onSnapshot(query, options, receive, fail);
        differences = () =>
          getDocsFromCache(query).then(
            ({ docs }) => members.differencesTo(docs.map(snapshotFrom)),
            () => new Set(),
          );
      })
      .catch(fail);
  }

  function stopWatches(): void {
    staleWatch.stop();
    missedWatch.stop();
  }

  function fail(): void {
    stopWatches();
    if (!ended) onError();
  }

  listen(spec);
  return () => {
    ended = true;
    stopWatches();
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

function snapshotFrom(document: DocumentSnapshot): MessageSnapshot {
  return snapshotOf(document.id, document.data() as Message);
}
