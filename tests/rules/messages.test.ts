import { randomUUID } from 'node:crypto';
import type { RulesTestEnvironment } from '@firebase/rules-unit-testing';
import {
  collection,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  Timestamp,
  updateDoc,
  writeBatch,
  type DocumentData,
  type Firestore,
} from 'firebase/firestore';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { LEDGER_BURST, PAGE_MAX_MESSAGES, SHARD_COUNT, TEXT_MAX_CHARS } from '@plaza/shared/limits';
import { MESSAGES, messagePath, senderPath } from '@plaza/shared/paths';
import {
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
  rules = await openRules('demo-rules-messages');
  ada = await createMember(rules);
  bob = await createMember(rules);
});
afterAll(() => rules.cleanup());

/** Sending is what these tests do, so nobody runs out of credit. */
async function refillLedger(): Promise<void> {
  await setLedger(rules, ada.uid, { count: 0 });
}

function send(changes: DocumentData = {}): Promise<void> {
  return sendBatch(ada.db, ada.uid, ada.username, changes).commit();
}

describe('creating', () => {
  test('[RU6] [RU8] a member sends a message', async () => {
    await refillLedger();
    await expectAllowed(send());
  });

  test.each<[string, () => DocumentData]>([
    ['in another name', () => ({ username: bob.username })],
    ['without a name', () => ({ username: null })],
    ['in another person', () => ({ uid: bob.uid })],
    ['backdated', () => ({ createdAt: Timestamp.fromMillis(1) })],
    ['from the future', () => ({ createdAt: Timestamp.fromMillis(Date.now() + 60_000) })],
    ['shard -1', () => ({ shard: -1 })],
    ['shard 8', () => ({ shard: SHARD_COUNT })],
    ['shard 0.5', () => ({ shard: 0.5 })],
    ['shard "3"', () => ({ shard: '3' })],
    ['delivered already', () => ({ status: 'delivered' })],
    ['with an attachment', () => ({ attachments: [{}] })],
    ['attachments null', () => ({ attachments: null })],
    ['with one more field', () => ({ note: '' })],
  ])('[RU6] denied: %s', async (_, changes) => {
    await refillLedger();
    await expectDenied(send(changes()));
  });

  test.each(Object.keys(messageOf('', '')))('[RU6] denied: without %s', async (field) => {
    await refillLedger();
    const messageId = randomUUID();
    const message = messageOf(ada.uid, ada.username);
    delete message[field];
    await expectDenied(
      writeBatch(ada.db)
        .set(doc(ada.db, messagePath(messageId)), message)
        .update(doc(ada.db, senderPath(ada.uid)), ledgerEntry(messageId))
        .commit(),
    );
  });

  test.each([
    ['1 character', 'x', true],
    ['2,000 characters', 'x'.repeat(TEXT_MAX_CHARS), true],
    ['1,000 emoji, 2,000 UTF-16 units', '😀'.repeat(TEXT_MAX_CHARS / 2), true],
    ['1,001 emoji', '😀'.repeat(TEXT_MAX_CHARS / 2 + 1), false],
    ['2,000 characters of 3 bytes', '漢'.repeat(TEXT_MAX_CHARS), true],
    ['several lines', 'a\n\nb', true],
    ['2,001 characters', 'x'.repeat(TEXT_MAX_CHARS + 1), false],
    ['1 MB', 'x'.repeat(1_000_000), false],
    ['nothing', '', false],
    ['white space', ' \n\t\u00a0\u2003\u200b', false],
    ['a number', 7, false],
    ['null', null, false],
  ])('[RU7] a text of %s', async (_, text, isAllowed) => {
    await refillLedger();
    await (isAllowed ? expectAllowed(send({ text })) : expectDenied(send({ text })));
  });

  test('[RU6] denied: by somebody without a username', async () => {
    const uid = randomUUID();
    const db = rules.authenticatedContext(uid).firestore() as unknown as Firestore;
    await expectDenied(sendBatch(db, uid, 'Nobody').commit());
  });
});

describe('the ledger', () => {
  const newMessage = (): [string, DocumentData] => [randomUUID(), messageOf(ada.uid, ada.username)];

  test('[RU8] denied: a message without an entry, and an entry without a message', async () => {
    await refillLedger();
    const [messageId, message] = newMessage();
    await expectDenied(setDoc(doc(ada.db, messagePath(messageId)), message));
    await expectDenied(updateDoc(doc(ada.db, senderPath(ada.uid)), ledgerEntry(messageId)));
  });

  test('[RU8] denied: one entry for two messages', async () => {
    await refillLedger();
    const [first, message] = newMessage();
    await expectDenied(
      sendBatch(ada.db, ada.uid, ada.username, {}, randomUUID())
        .set(doc(ada.db, messagePath(first)), message)
        .commit(),
    );
  });

  test('[RU8] denied: an entry that counts less than one, names another message, or is old', async () => {
    await refillLedger();
    const old = Timestamp.fromMillis(1);
    for (const change of [{ count: 0 }, { lastMessageId: randomUUID() }, { updatedAt: old }]) {
      const [messageId, message] = newMessage();
      await expectDenied(
        writeBatch(ada.db)
          .set(doc(ada.db, messagePath(messageId)), message)
          .update(doc(ada.db, senderPath(ada.uid)), { ...ledgerEntry(messageId), ...change })
          .commit(),
      );
    }
  });

  test('[RU9] the burst is admitted, one more is not', async () => {
    await setLedger(rules, ada.uid, { count: LEDGER_BURST - 1, since: Timestamp.now() });
    await expectAllowed(send());
    await setLedger(rules, ada.uid, { count: LEDGER_BURST + 5, since: Timestamp.now() });
    await expectDenied(send());
  });

  test('[RU9] each second admits one more', async () => {
    const since = Timestamp.fromMillis(Date.now() - 100_000);
    await setLedger(rules, ada.uid, { count: LEDGER_BURST + 99, since });
    await expectAllowed(send());
    await setLedger(rules, ada.uid, { count: LEDGER_BURST + 110, since });
    await expectDenied(send());
  });
});

describe('reading', () => {
  test('[RU10] members read, in pages of at most 200', async () => {
    const page = (size: number) => query(collection(bob.db, MESSAGES), limit(size));
    await expectAllowed(getDocs(page(PAGE_MAX_MESSAGES)));
    await expectDenied(getDocs(page(PAGE_MAX_MESSAGES + 1)));
    await expectDenied(getDocs(collection(bob.db, MESSAGES)));
  });

  test('[RU10] denied: by somebody without a username, and signed out', async () => {
    const contexts = [rules.authenticatedContext(randomUUID()), rules.unauthenticatedContext()];
    for (const context of contexts) {
      const db = context.firestore() as unknown as Firestore;
      await expectDenied(getDocs(query(collection(db, MESSAGES), limit(1))));
      await expectDenied(getDoc(doc(db, messagePath('any'))));
    }
  });
});

describe('changing', () => {
  test('[RU11] the author deletes a message, nobody else, and nobody changes it', async () => {
    await refillLedger();
    const messageId = randomUUID();
    await sendBatch(ada.db, ada.uid, ada.username, {}, messageId).commit();
    await expectDenied(deleteDoc(doc(bob.db, messagePath(messageId))));
    await expectDenied(updateDoc(doc(bob.db, messagePath(messageId)), { text: 'Other' }));
    await expectDenied(updateDoc(doc(ada.db, messagePath(messageId)), { text: 'Other' }));
    await expectAllowed(deleteDoc(doc(ada.db, messagePath(messageId))));
  });
});
