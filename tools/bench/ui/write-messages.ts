import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { FieldValue, Timestamp, type Firestore } from 'firebase-admin/firestore';
import { SHARD_COUNT } from '@plaza/shared/limits';
import { MESSAGES, messagePath } from '@plaza/shared/paths';
import { pick, randomInt, type Random } from '../../random/seeded-random.ts';
import { SEED_USERNAMES } from '../../seed/people.ts';
import { smallTalk } from '../../seed/small-talk.ts';

const BATCH = 500;
const TICK_MS = 200;

function messageOf(random: Random, createdAt: Timestamp | FieldValue) {
  const username = pick(random, SEED_USERNAMES);
  return {
    uid: `seed-${username.toLowerCase()}`,
    username,
    text: smallTalk(random),
    createdAt,
    shard: randomInt(random, 0, SHARD_COUNT - 1),
    status: 'delivered',
    attachments: [],
  };
}

/** Messages of the past, one a minute: on entering only the live window is loaded. */
export async function writePast(db: Firestore, count: number, random: Random): Promise<void> {
  const now = Date.now();
  for (let start = 0; start < count; start += BATCH) {
    const batch = db.batch();
    for (let index = start; index < Math.min(count, start + BATCH); index += 1) {
      const createdAt = Timestamp.fromMillis(now - (count - index) * 60_000);
      batch.create(db.doc(messagePath(randomUUID())), messageOf(random, createdAt));
    }
    await batch.commit();
  }
}

/** In large commits: one by one it takes the emulator minutes. */
export async function deleteMessages(db: Firestore): Promise<void> {
  const documents = await db.collection(MESSAGES).listDocuments();
  for (let start = 0; start < documents.length; start += BATCH) {
    const batch = db.batch();
    for (const document of documents.slice(start, start + BATCH)) batch.delete(document);
    await batch.commit();
  }
}

/** So many messages of now, in one commit. */
export async function writeNow(
  db: Firestore,
  count: number,
  random: Random,
  text?: string,
): Promise<void> {
  const batch = db.batch();
  for (let index = 0; index < count; index += 1) {
    const message = messageOf(random, FieldValue.serverTimestamp());
    batch.create(db.doc(messagePath(randomUUID())), { ...message, text: text ?? message.text });
  }
  await batch.commit();
}

export interface Flow {
  readonly perSecond: number;
  readonly seconds: number;
}

/**
 * Messages as they come, those of a fifth of a second in one commit. After each commit Firestore's
 * emulator sends every window again, all of it, where the service sends what has changed; and it
 * breaks a stream to which it has sent 10,000 documents before the browser had reason to answer.
 * Resolves with the number written.
 */
export async function writeLive(
  { perSecond, seconds }: Flow,
  write: (count: number) => Promise<unknown>,
): Promise<number> {
  const startedAt = performance.now();
  const commits: Promise<unknown>[] = [];
  let written = 0;
  while (written < perSecond * seconds) {
    const elapsed = Math.min(seconds, (performance.now() - startedAt) / 1_000);
    const due = Math.floor(elapsed * perSecond) - written;
    if (due > 0) commits.push(write(due));
    written += due;
    await sleep(TICK_MS);
  }
  await Promise.all(commits);
  return written;
}
