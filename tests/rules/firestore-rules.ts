import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import {
  doc,
  increment,
  serverTimestamp,
  setDoc,
  setLogLevel,
  writeBatch,
  type DocumentData,
  type Firestore,
  type WriteBatch,
} from 'firebase/firestore';
import { expect } from 'vitest';
import { messagePath, senderPath, userPath, usernamePath } from '@plaza/shared/paths';

// Each denial would be logged as an error, and denials are what is tested.
setLogLevel('silent');

/** A project of its own: its rules and documents are nobody else's, and no function is triggered. */
export async function openRules(projectId: string): Promise<RulesTestEnvironment> {
  const [host = '', port = ''] = (process.env['FIRESTORE_EMULATOR_HOST'] ?? '').split(':');
  return initializeTestEnvironment({
    projectId,
    firestore: { host, port: Number(port), rules: await readFile('firestore.rules', 'utf8') },
  });
}

/** Fails unless the rules allow it. */
export async function expectAllowed(operation: Promise<unknown>): Promise<void> {
  await expect(operation).resolves.not.toThrow();
}

/** Fails unless the rules refuse: any other error is a mistake in the test. */
export async function expectDenied(operation: Promise<unknown>): Promise<void> {
  await expect(operation).rejects.toMatchObject({ code: 'permission-denied' });
}

export function profileOf(username: string): DocumentData {
  return {
    username,
    usernameKey: username.toLowerCase(),
    previousUsername: null,
    createdAt: serverTimestamp(),
    renamedAt: serverTimestamp(),
  };
}

export function claimOf(uid: string): DocumentData {
  return { uid, claimedAt: serverTimestamp(), releasedAt: null };
}

export function newLedger(): DocumentData {
  return {
    count: 0,
    since: serverTimestamp(),
    updatedAt: serverTimestamp(),
    lastMessageId: '',
    blockedUntil: null,
  };
}

export function messageOf(uid: string, username: string): DocumentData {
  return {
    uid,
    username,
    text: 'Hello',
    createdAt: serverTimestamp(),
    shard: 3,
    status: 'sent',
    attachments: [],
  };
}

export function ledgerEntry(messageId: string): DocumentData {
  return { count: increment(1), updatedAt: serverTimestamp(), lastMessageId: messageId };
}

export interface SignUpParts {
  profile?: DocumentData | null;
  claim?: DocumentData | null;
  ledger?: DocumentData | null;
}

/** The commit that gives `uid` a username; `parts` replaces documents, null leaves one out. */
export function signUpBatch(
  db: Firestore,
  uid: string,
  username: string,
  parts: SignUpParts = {},
): WriteBatch {
  const batch = writeBatch(db);
  const { profile = profileOf(username), claim = claimOf(uid), ledger = newLedger() } = parts;
  if (profile !== null) batch.set(doc(db, userPath(uid)), profile);
  if (claim !== null) batch.set(doc(db, usernamePath(username.toLowerCase())), claim);
  if (ledger !== null) batch.set(doc(db, senderPath(uid)), ledger);
  return batch;
}

/** The commit that sends a message, with `changes` to it. */
export function sendBatch(
  db: Firestore,
  uid: string,
  username: string,
  changes: DocumentData = {},
  messageId: string = randomUUID(),
): WriteBatch {
  return writeBatch(db)
    .set(doc(db, messagePath(messageId)), { ...messageOf(uid, username), ...changes })
    .update(doc(db, senderPath(uid)), ledgerEntry(messageId));
}

export interface Member {
  uid: string;
  username: string;
  db: Firestore;
}

/** Somebody new who has signed up through the rules. */
export async function createMember(rules: RulesTestEnvironment): Promise<Member> {
  const uid = randomUUID();
  const username = `m_${uid.slice(0, 12).replaceAll('-', '_')}`;
  // The compat type of rules-unit-testing is the modular Firestore underneath.
  const db = rules.authenticatedContext(uid).firestore() as unknown as Firestore;
  await signUpBatch(db, uid, username).commit();
  return { uid, username, db };
}

/** Moves a ledger as the backend would. */
export async function setLedger(
  rules: RulesTestEnvironment,
  uid: string,
  changes: DocumentData,
): Promise<void> {
  await rules.withSecurityRulesDisabled(async (context) => {
    const db = context.firestore() as unknown as Firestore;
    await setDoc(doc(db, senderPath(uid)), changes, { merge: true });
  });
}
