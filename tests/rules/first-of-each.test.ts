import { randomUUID } from 'node:crypto';
import type { RulesTestEnvironment } from '@firebase/rules-unit-testing';
import {
  Bytes,
  collection,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  Timestamp,
  writeBatch,
  type Firestore,
  type WriteBatch,
} from 'firebase/firestore';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ATTACHMENTS_MAX, UPLOAD_MAX_BYTES, USERNAME_HOLD_MS } from '@plaza/shared/limits';
import {
  ARCHIVE,
  archivePath,
  messagePath,
  reportPath,
  ROOM,
  senderPath,
  uploadPath,
  usernamePath,
  userPath,
} from '@plaza/shared/paths';
import {
  claimOf,
  createMember,
  expectAllowed,
  expectDenied,
  ledgerEntry,
  messageOf,
  openRules,
  sendBatch,
  setLedger,
  type Member,
} from './firestore-rules.ts';

let rules: RulesTestEnvironment;
let ada: Member;
let bob: Member;

beforeAll(async () => {
  rules = await openRules('demo-rules-first');
  ada = await createMember(rules);
  bob = await createMember(rules);
});
afterAll(() => rules.cleanup());

const attachment = {
  width: 1600,
  height: 1200,
  contentType: 'image/png',
  placeholder: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
  alt: '',
  state: 'processing',
  url: null,
  thumbUrl: null,
  reason: null,
};

function withUploads(count: number, bytes: number, messageId: string): WriteBatch {
  const attachments = Array.from({ length: count }, () => attachment);
  const batch = sendBatch(ada.db, ada.uid, ada.username, { text: '', attachments }, messageId);
  for (const index of attachments.keys()) {
    batch.set(doc(ada.db, uploadPath(messageId, index)), {
      bytes: Bytes.fromUint8Array(new Uint8Array(bytes)),
      contentType: 'image/png',
    });
  }
  return batch;
}

test('[RU13] [RU14] attachments come with their uploads, an empty text with attachments only', async () => {
  const messageId = randomUUID();
  await expectAllowed(withUploads(ATTACHMENTS_MAX, UPLOAD_MAX_BYTES, messageId).commit());
  await expectAllowed(getDoc(doc(ada.db, uploadPath(messageId, 0))));
  await expectDenied(getDoc(doc(bob.db, uploadPath(messageId, 0))));
  await expectDenied(withUploads(1, UPLOAD_MAX_BYTES + 1, randomUUID()).commit());
  await expectDenied(withUploads(0, 0, randomUUID()).commit());
});

test('[RU9] nothing is sent while blocked', async () => {
  await setLedger(rules, bob.uid, { blockedUntil: Timestamp.fromMillis(Date.now() + 60_000) });
  await expectDenied(sendBatch(bob.db, bob.uid, bob.username).commit());
  await setLedger(rules, bob.uid, { blockedUntil: Timestamp.fromMillis(Date.now() - 1) });
  await expectAllowed(sendBatch(bob.db, bob.uid, bob.username).commit());
});

test('[RU15] a report costs a ledger entry', async () => {
  const messageId = randomUUID();
  await sendBatch(ada.db, ada.uid, ada.username, {}, messageId).commit();
  const report = { messageId, uid: bob.uid, reason: 'spam', createdAt: serverTimestamp() };
  const path = reportPath(messageId, bob.uid);
  await expectDenied(setDoc(doc(bob.db, path), report));
  await expectAllowed(
    writeBatch(bob.db)
      .set(doc(bob.db, path), report)
      .update(doc(bob.db, senderPath(bob.uid)), ledgerEntry(`${messageId}_${bob.uid}`))
      .commit(),
  );
  await expectDenied(getDoc(doc(bob.db, path)));
});

function rename(member: Member, from: string, to: string): WriteBatch {
  return writeBatch(member.db)
    .set(doc(member.db, usernamePath(to.toLowerCase())), claimOf(member.uid))
    .update(doc(member.db, userPath(member.uid)), {
      username: to,
      usernameKey: to.toLowerCase(),
      previousUsername: from,
      renamedAt: serverTimestamp(),
    })
    .update(doc(member.db, usernamePath(from.toLowerCase())), { releasedAt: serverTimestamp() });
}

test('[RU16] one rename at once, the next after the cool-down', async () => {
  const eve = await createMember(rules);
  const to = `Eve_${eve.uid.slice(0, 8)}`;
  await expectAllowed(rename(eve, eve.username, to).commit());
  await expectDenied(rename(eve, to, eve.username).commit());
  await expectAllowed(sendBatch(eve.db, eve.uid, eve.username).commit());
  await expectAllowed(sendBatch(eve.db, eve.uid, to).commit());
});

test.each([
  [USERNAME_HOLD_MS + 1_000, true],
  [USERNAME_HOLD_MS - 60_000, false],
])('[RU17] a username released %i ms ago is free for others: %s', async (ageMs, isFree) => {
  const name = `free_${randomUUID().slice(0, 8)}`;
  const releasedAt = Timestamp.fromMillis(Date.now() - ageMs);
  await rules.withSecurityRulesDisabled(async (context) => {
    const claim = { uid: bob.uid, claimedAt: releasedAt, releasedAt };
    await setDoc(doc(context.firestore() as unknown as Firestore, usernamePath(name)), claim);
  });
  const eve = await createMember(rules);
  const commit = rename(eve, eve.username, name).commit();
  await (isFree ? expectAllowed(commit) : expectDenied(commit));
});

test('[RU10] [RU18] [RU19] members read the archive, and its author deletes a message there', async () => {
  const messageId = randomUUID();
  await rules.withSecurityRulesDisabled(async (context) => {
    const db = context.firestore() as unknown as Firestore;
    await setDoc(doc(db, archivePath(messageId)), messageOf(ada.uid, ada.username));
    await setDoc(doc(db, `${ROOM}/edge`), { keys: {} });
  });
  await expectAllowed(getDoc(doc(bob.db, archivePath(messageId))));
  await expectAllowed(getDocs(query(collection(bob.db, ARCHIVE), limit(1))));
  await expectDenied(sendBatch(ada.db, ada.uid, ada.username, {}, messageId).commit());
  await expectDenied(deleteDoc(doc(bob.db, archivePath(messageId))));
  await expectAllowed(deleteDoc(doc(ada.db, archivePath(messageId))));
  expect((await getDoc(doc(bob.db, `${ROOM}/edge`))).exists()).toBe(true);
  await expectDenied(getDoc(doc(bob.db, messagePath('x/uploads/0'))));
});
