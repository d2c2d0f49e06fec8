import { FirebaseError } from 'firebase/app';
import {
  Bytes,
  disableNetwork,
  doc,
  enableNetwork,
  getDocFromServer,
  increment,
  onSnapshot,
  runTransaction,
  serverTimestamp,
  writeBatch,
  type DocumentData,
  type DocumentReference,
  type DocumentSnapshot,
  type Firestore,
  type FirestoreErrorCode,
  type UpdateData,
} from 'firebase/firestore';
import { SHARD_COUNT } from '@plaza/shared/limits';
import { archivePath, messagePath, senderPath, uploadPath, userPath } from '@plaza/shared/paths';
import type { Sender } from '@plaza/shared/sender';
import type { UserProfile } from '@plaza/shared/user-profile';
import type { PreparedImage } from '../images/prepared-image.ts';
import { openDatabase } from './firestore.ts';

export interface MessageToSend {
  readonly messageId: string;
  readonly uid: string;
  readonly text: string;
  readonly images: readonly PreparedImage[];
}

export type CommitResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** `not-kept`: the SDK could not put it into its queue, so it will not be sent. */
      readonly problem: 'refused' | 'not-kept';
    };

/** A batch or a transaction. */
interface Writes {
  set(document: DocumentReference, data: DocumentData): unknown;
  update(document: DocumentReference, data: UpdateData<DocumentData>): unknown;
}

function writeMessage(db: Firestore, writes: Writes, message: MessageToSend, username: string) {
  const { messageId, uid, text, images } = message;
  writes.set(doc(db, messagePath(messageId)), {
    uid,
    username,
    text,
    createdAt: serverTimestamp(),
    shard: Math.floor(Math.random() * SHARD_COUNT),
    status: 'sent',
    attachments: images.map(({ width, height, contentType, placeholder, alt }) => ({
      width,
      height,
      contentType,
      placeholder,
      alt,
      state: 'processing',
      url: null,
      thumbUrl: null,
      reason: null,
    })),
  });
  images.forEach(({ bytes, contentType }, index) => {
    writes.set(doc(db, uploadPath(messageId, index)), {
      bytes: Bytes.fromUint8Array(bytes),
      contentType,
    });
  });
  writes.update(doc(db, senderPath(uid)), {
    count: increment(1),
    updatedAt: serverTimestamp(),
    lastMessageId: messageId,
  });
}

/**
 * Commits a message, its ledger entry and its images as one. Offline it does not settle: never wait
 * for it before going on.
 */
export async function commitMessage(
  message: MessageToSend,
  username: string,
): Promise<CommitResult> {
  const { db } = await openDatabase();
  const batch = writeBatch(db);
  writeMessage(db, batch, message, username);
  return batch.commit().then(() => ({ ok: true }), failure);
}

/** As `commitMessage`, but past the SDK's queue: it needs a network, and no disk. */
export async function commitMessageDirectly(
  message: MessageToSend,
  username: string,
): Promise<CommitResult> {
  const { db } = await openDatabase();
  return runTransaction(db, async (transaction) => {
    const found = await transaction.get(doc(db, messagePath(message.messageId)));
    if (!found.exists()) writeMessage(db, transaction, message, username);
  }).then(() => ({ ok: true }), failure);
}

function failure(error: unknown): CommitResult {
  return { ok: false, problem: hasCode(error, 'unavailable') ? 'not-kept' : 'refused' };
}

export interface MessageSight {
  readonly exists: boolean;
  /** A write of this browser is in the SDK's queue. */
  readonly isPending: boolean;
  readonly isFromCache: boolean;
}

/** Calls back with what is known of a message, on each change; `onEnd` when the server ends it. */
export function watchMessage(
  messageId: string,
  onSight: (sight: MessageSight) => void,
  onEnd: () => void,
): () => void {
  return subscribeSoon(({ db }) =>
    onSnapshot(
      doc(db, messagePath(messageId)),
      { includeMetadataChanges: true },
      (snapshot) => {
        onSight({
          exists: snapshot.exists(),
          isPending: snapshot.metadata.hasPendingWrites,
          isFromCache: snapshot.metadata.fromCache,
        });
      },
      onEnd,
    ),
  );
}

/**
 * What the server has. A document that somebody listens to may come at once as they know it: with a
 * write that was refused already, until the server has told of an earlier one that was accepted.
 * @throws Error where it is shown with a write of this browser
 * @throws FirestoreError when the server cannot be asked
 */
async function readFromServer(db: Firestore, path: string): Promise<DocumentSnapshot> {
  const snapshot = await getDocFromServer(doc(db, path));
  if (snapshot.metadata.hasPendingWrites) throw new Error(`${path} is shown with local writes.`);
  return snapshot;
}

/**
 * Asks the server whether it has, or has had, a message. `session`: it does not know who asks.
 * @throws where it cannot be asked, or what it says cannot be told from this browser's writes
 */
export async function readBackMessage(
  messageId: string,
  uid: string,
): Promise<'there' | 'absent' | 'session'> {
  const { db } = await openDatabase();
  try {
    const [message, archived, ledger] = await Promise.all(
      [messagePath(messageId), archivePath(messageId), senderPath(uid)].map((path) =>
        readFromServer(db, path),
      ),
    );
    const isSent = ledger?.data()?.['lastMessageId'] === messageId;
    return message?.exists() === true || archived?.exists() === true || isSent ? 'there' : 'absent';
  } catch (error) {
    if (hasCode(error, 'unauthenticated')) return 'session';
    if (hasCode(error, 'permission-denied')) return whyUnreadable(db, uid, error);
    throw error;
  }
}

/** Only members read messages: this person is none, or not known, or the rules are not as they should be. */
async function whyUnreadable(
  db: Firestore,
  uid: string,
  denied: unknown,
): Promise<'absent' | 'session'> {
  try {
    const profile = await readFromServer(db, userPath(uid));
    if (!profile.exists()) return 'absent';
  } catch (error) {
    if (hasCode(error, 'permission-denied')) return 'session';
    throw error;
  }
  throw denied;
}

function hasCode(error: unknown, code: FirestoreErrorCode): boolean {
  return error instanceof FirebaseError && error.code === code;
}

export interface LedgerSnapshot {
  /** With the writes that are in the SDK's queue. */
  readonly count: number;
  /** Times are the server's, in milliseconds since 1970. */
  readonly since: number;
  /** Null while a write is in the SDK's queue. */
  readonly updatedAt: number | null;
  readonly lastMessageId: string;
  readonly blockedUntil: number | null;
}

/** What the server says of somebody. @throws as `readFromServer` does */
export async function readStanding(uid: string): Promise<{
  names: { current: string; previous: string | null } | null;
  ledger: LedgerSnapshot | null;
}> {
  const { db } = await openDatabase();
  const [profile, ledger] = await Promise.all([
    readFromServer(db, userPath(uid)),
    readFromServer(db, senderPath(uid)),
  ]);
  const names = profile.data() as UserProfile | undefined;
  const sender = ledger.data() as Sender | undefined;
  return {
    names:
      names === undefined ? null : { current: names.username, previous: names.previousUsername },
    ledger: sender === undefined ? null : ledgerFrom(sender),
  };
}

export function subscribeToLedger(
  uid: string,
  onLedger: (ledger: LedgerSnapshot, isFromCache: boolean) => void,
): () => void {
  return subscribeSoon(({ db }) =>
    onSnapshot(
      doc(db, senderPath(uid)),
      { includeMetadataChanges: true },
      (snapshot) => {
        const sender = snapshot.data() as Sender | undefined;
        // Removed while an update waits, it is nothing but that update's fields to the SDK.
        if (sender?.since) onLedger(ledgerFrom(sender), snapshot.metadata.fromCache);
      },
      // Without a mirror nothing is paced; the rules still are the ones who decide.
      () => {},
    ),
  );
}

/** A pending server timestamp reads as null. */
function ledgerFrom(sender: Sender): LedgerSnapshot {
  const updatedAt = sender.updatedAt as Sender['updatedAt'] | null;
  return {
    count: sender.count,
    since: sender.since.toMillis(),
    updatedAt: updatedAt?.toMillis() ?? null,
    lastMessageId: sender.lastMessageId,
    blockedUntil: sender.blockedUntil?.toMillis() ?? null,
  };
}

/** Makes the SDK try the network now, whatever it has waited for. */
export async function nudgeNetwork(): Promise<void> {
  const { db } = await openDatabase();
  await disableNetwork(db);
  await enableNetwork(db);
}

/** Subscribes when the database is open, unless it has been ended until then. */
function subscribeSoon(
  subscribe: (database: Awaited<ReturnType<typeof openDatabase>>) => () => void,
): () => void {
  let isEnded = false;
  let stop = () => {};
  openDatabase().then(
    (database) => {
      if (!isEnded) stop = subscribe(database);
    },
    () => {},
  );
  return () => {
    isEnded = true;
    stop();
  };
}
