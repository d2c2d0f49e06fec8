import { randomUUID } from 'node:crypto';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import {
  BLOCK_FIRST_MS,
  LEDGER_BURST,
  LEDGER_CREDIT_MAX,
  QUOTA_IMAGES_PER_MINUTE,
  QUOTA_MESSAGES_PER_MINUTE,
} from '@plaza/shared/limits';
import type { Message } from '@plaza/shared/message';
import { messagePath, quotaPath, reportPath, senderPath } from '@plaza/shared/paths';
import type { Sender } from '@plaza/shared/sender';
import { deleteAccount } from '../../functions/src/account/delete-account.ts';
import { processMessage } from '../../functions/src/messages/process-message.ts';
import { enforceQuota } from '../../functions/src/quotas/enforce-quota.ts';
import { windowKeys, type Quota } from '../../functions/src/quotas/quota.ts';
import { seededRandom } from '../../tools/random/seeded-random.ts';
import { meanwhile } from './meanwhile.ts';
import { createMessage, readMessage, untilDelivered, untilDocument } from './messages.ts';
import { writeProfile } from './people.ts';
import { photo } from './photo.ts';
import { deployedProject, quietProject } from './projects.ts';
import { objectsOf } from './stored-objects.ts';

const backend = quietProject();
const { db } = backend;
const deployed = deployedProject();

async function readLedger(uid: string): Promise<Sender> {
  return (await db.doc(senderPath(uid)).get()).data() as Sender;
}

async function readQuota(uid: string): Promise<Quota> {
  return (await db.doc(quotaPath(uid)).get()).data() as Quota;
}

function ledgerOf(count: number, since: number) {
  return {
    count,
    since: Timestamp.fromMillis(since),
    updatedAt: Timestamp.fromMillis(since),
    lastMessageId: '',
    blockedUntil: null,
  };
}

/** What the rules let somebody send at that moment. */
function creditOf({ count, since }: Sender, now: number): number {
  return LEDGER_BURST + (now - since.toMillis()) / 1_000 - count;
}

/** A quota of which all but `left` messages of this minute are used up. */
async function useUp(uid: string, at: number, left: number, target = db): Promise<void> {
  const used = QUOTA_MESSAGES_PER_MINUTE - left;
  const messages = Object.fromEntries(windowKeys(at).map((key) => [key, used]));
  await target.doc(quotaPath(uid)).set({ messages });
}

test('[FN13] idle credit is capped, and what was spent meanwhile stays spent', async () => {
  const uid = randomUUID();
  const now = Date.now();
  await db.doc(senderPath(uid)).set(ledgerOf(7, now - 3_600_000));
  await enforceQuota(db, uid, now, now);
  expect(creditOf(await readLedger(uid), now)).toBeCloseTo(LEDGER_BURST, 0);

  const capped = await readLedger(uid);
  const later = now + (LEDGER_CREDIT_MAX - LEDGER_BURST) * 1_000;
  await enforceQuota(db, uid, later, later);
  expect(await readLedger(uid)).toEqual(capped);
  await enforceQuota(db, uid, later + 2_000, later + 2_000);
  expect(creditOf(await readLedger(uid), later + 2_000)).toBeCloseTo(LEDGER_BURST, 0);
});

test('[FN13] somebody without a ledger gets none', async () => {
  const uid = randomUUID();
  await enforceQuota(db, uid, Date.now(), Date.now());
  expect((await db.doc(senderPath(uid)).get()).exists).toBe(false);
});

test('[FN14] one message too many blocks its author through the real trigger, and stays', async () => {
  const uid = randomUUID();
  const { db } = deployed;
  await db.doc(senderPath(uid)).set(ledgerOf(0, Date.now()));
  // Times to come, so that the minute of the message is the one that is used up.
  const at = Date.now() + 60_000;
  await useUp(uid, at, 1, db);
  const last = await createMessage(db, { uid, createdAt: at });
  await untilDelivered(db, last);
  const tooMany = await createMessage(db, { uid, createdAt: at + 1 });
  const ledger = await untilDocument<Sender>(
    db,
    senderPath(uid),
    (ledger) => (ledger?.blockedUntil ?? null) !== null,
  );
  expect(ledger?.blockedUntil?.toMillis()).toBe(at + 1 + BLOCK_FIRST_MS);
  expect(await readMessage(db, last)).toMatchObject({ status: 'delivered' });
  expect(await readMessage(db, tooMany)).toMatchObject({ status: 'delivered' });
});

test('[FN14] late events of who never passed a limit bring no block', async () => {
  const uid = randomUUID();
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  const [before = ''] = windowKeys(minute - 1);
  const [after = ''] = windowKeys(minute);
  const many = (QUOTA_MESSAGES_PER_MINUTE * 2) / 3;
  await db.doc(quotaPath(uid)).set({ messages: { [before]: many, [after]: many } });
  await db.doc(senderPath(uid)).set(ledgerOf(0, minute + 59_000));
  expect(await enforceQuota(db, uid, minute + 1_000, minute + 60_000)).toBe(false);
  expect((await readLedger(uid)).blockedUntil).toBeNull();
});

test.each([1, 2, 3])(
  '[FN16] events that come twice, in any order and at once count once each (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const uid = randomUUID();
    const now = Date.now();
    // The next minute: a block that begins then is still to come when the ledger is read.
    const start = Math.ceil(now / 60_000) * 60_000;
    await db.doc(senderPath(uid)).set(ledgerOf(0, now));
    await useUp(uid, start, 4);
    const events: [string, Message][] = [];
    for (let index = 0; index < 8; index += 1) {
      const messageId = await createMessage(db, { uid, createdAt: start + index });
      events.push([messageId, await readMessage(db, messageId)]);
    }
    const deliveries = [...events, ...events].toSorted(() => random() - 0.5);
    while (deliveries.length > 0) {
      const together = deliveries.splice(0, 1 + Math.floor(random() * 3));
      await Promise.all(together.map(([id, created]) => processMessage(backend, id, created)));
    }
    const quota = await readQuota(uid);
    const used = QUOTA_MESSAGES_PER_MINUTE - 4 + events.length;
    expect(windowKeys(start).map((key) => quota.messages[key])).toEqual([used, used]);
    expect(quota.blocks).toBe(1);
    expect(quota.blockedUntil).toBeGreaterThanOrEqual(start + BLOCK_FIRST_MS);
    expect(quota.blockedUntil).toBeLessThan(start + BLOCK_FIRST_MS + events.length);
    expect((await readLedger(uid)).blockedUntil?.toMillis()).toBe(quota.blockedUntil);
  },
  60_000,
);

test('[FN16] a message deleted before its turn is not counted', async () => {
  const uid = randomUUID();
  const messageId = await createMessage(db, { uid });
  const created = await readMessage(db, messageId);
  await db.doc(messagePath(messageId)).delete();
  await processMessage(backend, messageId, created);
  expect((await db.doc(quotaPath(uid)).get()).exists).toBe(false);
});

test('[FN16] a message deleted while its images are worked on counts once, and may block', async () => {
  const uid = randomUUID();
  await writeProfile(db, uid);
  const at = Date.now();
  const images = Object.fromEntries(
    windowKeys(at).map((key) => [key, QUOTA_IMAGES_PER_MINUTE - 1]),
  );
  await db.doc(quotaPath(uid)).set({ images });
  const messageId = await createMessage(db, { uid, createdAt: at, images: [await photo(), null] });
  const created = await readMessage(db, messageId);
  const deleting = meanwhile(backend, 'save', () => db.doc(messagePath(messageId)).delete());
  expect(await processMessage(deleting, messageId, created)).toMatchObject({
    state: 'gone',
    isBlocked: true,
  });
  const quota = await readQuota(uid);
  expect(windowKeys(at).map((key) => quota.images[key])).toEqual(
    windowKeys(at).map(() => QUOTA_IMAGES_PER_MINUTE + 1),
  );
  expect((await readLedger(uid)).blockedUntil?.toMillis()).toBe(at + BLOCK_FIRST_MS);
  expect(await processMessage(backend, messageId, created)).toMatchObject({ state: 'gone' });
  expect(await readQuota(uid)).toEqual(quota);
  expect(await objectsOf(backend, messageId)).toEqual([]);
});

test('[FN22] a message that is worked on while its account is deleted leaves no count', async () => {
  const uid = randomUUID();
  await writeProfile(db, uid);
  const messageId = await createMessage(db, { uid, images: [await photo()] });
  const created = await readMessage(db, messageId);
  const auth = { deleteUser: () => Promise.resolve() };
  const deleting = meanwhile(backend, 'save', () =>
    deleteAccount({ ...backend, auth }, uid, 60_000),
  );
  expect(await processMessage(deleting, messageId, created)).toMatchObject({ state: 'gone' });
  expect((await db.doc(quotaPath(uid)).get()).exists).toBe(false);
});

test('[FN13] a message that is deleted before its turn caps the credit all the same', async () => {
  const uid = randomUUID();
  const messageId = await createMessage(db, { uid });
  const created = await readMessage(db, messageId);
  const day = Date.now() - 24 * 3_600_000;
  await db.doc(senderPath(uid)).set(ledgerOf(1, day));
  await db.doc(messagePath(messageId)).delete();
  await processMessage(backend, messageId, created);
  expect(creditOf(await readLedger(uid), Date.now())).toBeLessThan(LEDGER_CREDIT_MAX);
});

test('[FN13] the credit of who only reports is capped, too, through the real trigger', async () => {
  const uid = randomUUID();
  const { db } = deployed;
  await db.doc(senderPath(uid)).set(ledgerOf(1, Date.now() - 24 * 3_600_000));
  const messageId = randomUUID();
  const report = { messageId, uid, reason: 'spam', createdAt: FieldValue.serverTimestamp() };
  await db.doc(reportPath(messageId, uid)).create(report);
  const isCapped = (ledger?: Sender) =>
    ledger !== undefined && creditOf(ledger, Date.now()) < LEDGER_CREDIT_MAX;
  await untilDocument(db, senderPath(uid), isCapped);
  // Nothing is counted: a report is no message.
  expect((await db.doc(quotaPath(uid)).get()).exists).toBe(false);
});

test('[FN14] old windows do not pile up', async () => {
  const uid = randomUUID();
  const now = Date.now();
  for (let minutesAgo = 30; minutesAgo >= 0; minutesAgo -= 1) {
    const at = now - minutesAgo * 60_000;
    const messageId = await createMessage(db, { uid, createdAt: at });
    const created = await readMessage(db, messageId);
    await processMessage({ ...backend, now: () => at }, messageId, created);
  }
  expect(Object.keys((await readQuota(uid)).messages).length).toBeLessThan(20);
});
