import { doc, onSnapshot } from 'firebase/firestore';
import { userPath } from '@plaza/shared/paths';
import { openDatabase } from './firestore.ts';

/** After the server has refused to tell. */
const LISTEN_AGAIN_MS = 3_000;

/**
 * Calls back with whether the server is heard, at once and on each change: the browser may have a
 * network that leads nowhere. Listens to the person's profile, as the session does already: the SDK
 * asks the server for both at once.
 */
export async function subscribeToServerContact(
  uid: string,
  onContact: (isHeard: boolean) => void,
): Promise<() => void> {
  const { db } = await openDatabase();
  let stop = () => {};
  function listen(): void {
    stop = onSnapshot(
      doc(db, userPath(uid)),
      { includeMetadataChanges: true },
      (snapshot) => onContact(!snapshot.metadata.fromCache),
      () => {
        onContact(false);
        const timer = setTimeout(listen, LISTEN_AGAIN_MS);
        stop = () => clearTimeout(timer);
      },
    );
  }
  listen();
  return () => stop();
}
