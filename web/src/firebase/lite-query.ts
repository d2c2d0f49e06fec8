import {
  collection,
  connectFirestoreEmulator,
  documentId,
  getDocs,
  getFirestore,
  limit,
  orderBy,
  query,
  startAfter,
  Timestamp,
  where,
  type FieldPath,
  type Firestore,
  type QueryConstraint,
} from 'firebase/firestore/lite';
import type { Message } from '@plaza/shared/message';
import type { QuerySpec } from '@plaza/shared/query-spec';
import { startFirebase } from './auth.ts';
import { constraintsFrom, type QuerySdk } from './constraints-from.ts';

const SDK: QuerySdk<QueryConstraint, FieldPath> = {
  documentId,
  limit,
  orderBy,
  startAfter,
  Timestamp,
  where,
};

let opening: Promise<Firestore> | undefined;

async function open(): Promise<Firestore> {
  const { app, config } = await startFirebase();
  const db = getFirestore(app);
  const emulator = config.emulators?.['firestore'];
  if (emulator !== undefined) connectFirestoreEmulator(db, emulator.host, emulator.port);
  return db;
}

export interface FetchedMessage {
  readonly messageId: string;
  readonly message: Message;
}

/**
 * Asks the server once, and has the cache know nothing of it.
 * @throws FirestoreError, also where there is no network
 */
export async function fetchMessages(spec: QuerySpec): Promise<readonly FetchedMessage[]> {
  opening ??= open();
  const db = await opening;
  const { docs } = await getDocs(
    query(collection(db, spec.collection), ...constraintsFrom(spec, SDK)),
  );
  return docs.map((document) => ({ messageId: document.id, message: document.data() as Message }));
}
