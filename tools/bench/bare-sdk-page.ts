/** Runs in a page, bundled: the write and the listener of the room with the SDK alone. */
import { initializeApp } from 'firebase/app';
import { connectAuthEmulator, createUserWithEmailAndPassword, getAuth } from 'firebase/auth';
import {
  collection,
  connectFirestoreEmulator,
  doc,
  increment,
  initializeFirestore,
  limit,
  onSnapshot,
  orderBy,
  persistentLocalCache,
  persistentMultipleTabManager,
  query,
  serverTimestamp,
  where,
  writeBatch,
} from 'firebase/firestore';
import { LIVE_MESSAGES, SHARD_COUNT } from '@plaza/shared/limits';
import { MESSAGES, messagePath, senderPath, usernamePath, userPath } from '@plaza/shared/paths';

export interface BareSdk {
  /** Signs somebody up, as the client does, and begins to show the newest messages. */
  join(username: string): Promise<void>;
  /** Milliseconds since 1970 at which the commit was begun. */
  send(text: string): number;
}

declare global {
  interface Window {
    bareSdk: BareSdk;
    bareSdkConfig: { projectId: string; authUrl: string; firestorePort: number };
  }
}

const { projectId, authUrl, firestorePort } = window.bareSdkConfig;
const app = initializeApp({ projectId, apiKey: 'bench' });
const auth = getAuth(app);
connectAuthEmulator(auth, authUrl, { disableWarnings: true });
const db = initializeFirestore(app, {
  localCache: persistentLocalCache({ tabManager: persistentMultipleTabManager() }),
});
connectFirestoreEmulator(db, '127.0.0.1', firestorePort);

let uid = '';
let name = '';

async function join(username: string): Promise<void> {
  const email = `${username}@example.com`.toLowerCase();
  ({ uid } = (await createUserWithEmailAndPassword(auth, email, 'correct horse battery')).user);
  name = username;
  const usernameKey = username.toLowerCase();
  const now = serverTimestamp();
  const batch = writeBatch(db);
  batch.set(doc(db, usernamePath(usernameKey)), { uid, claimedAt: now, releasedAt: null });
  batch.set(doc(db, userPath(uid)), {
    username,
    usernameKey,
    previousUsername: null,
    createdAt: now,
    renamedAt: now,
  });
  batch.set(doc(db, senderPath(uid)), {
    count: 0,
    since: now,
    updatedAt: now,
    lastMessageId: '',
    blockedUntil: null,
  });
  await batch.commit();
  show();
}

function show(): void {
  const list = document.body.appendChild(document.createElement('ol'));
  const shown = new Set<string>();
  const shards = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
  const newest = query(
    collection(db, MESSAGES),
    where('shard', 'in', shards),
    orderBy('createdAt', 'desc'),
    limit(LIVE_MESSAGES),
  );
  onSnapshot(newest, { includeMetadataChanges: true }, (snapshot) => {
    for (const { id, data } of snapshot.docs.map((one) => ({ id: one.id, data: one.data() }))) {
      if (shown.has(id)) continue;
      shown.add(id);
      list.appendChild(document.createElement('li')).textContent = String(data['text']);
    }
  });
}

function send(text: string): number {
  const messageId = crypto.randomUUID();
  const startedAt = performance.timeOrigin + performance.now();
  const batch = writeBatch(db);
  batch.set(doc(db, messagePath(messageId)), {
    uid,
    username: name,
    text,
    createdAt: serverTimestamp(),
    shard: Math.floor(Math.random() * SHARD_COUNT),
    status: 'sent',
    attachments: [],
  });
  batch.update(doc(db, senderPath(uid)), {
    count: increment(1),
    updatedAt: serverTimestamp(),
    lastMessageId: messageId,
  });
  void batch.commit();
  return startedAt;
}

window.bareSdk = { join, send };
