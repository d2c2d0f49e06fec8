import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { FieldValue, Timestamp, type Firestore } from 'firebase-admin/firestore';
import { SHARD_COUNT } from '@plaza/shared/limits';
import { messagePath } from '@plaza/shared/paths';
import { pick, randomInt, type Random } from '../../random/seeded-random.ts';
import { SEED_USERNAMES } from '../../seed/people.ts';
import { smallTalk } from '../../seed/small-talk.ts';

const BATCH = 500;
const TICK_MS = 100;

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

/** Messages of the past, one every five seconds. */
export async function writePast(db: Firestore, count: number, random: Random): Promise<void> {
  const now = Date.now();
  for (let start = 0; start < count; start += BATCH) {
    const batch = db.batch();
    for (let index = start; index < Math.min(count, start + BATCH); index += 1) {
      const createdAt = Timestamp.fromMillis(now - (count - index) * 5_000);
      batch.create(db.doc(messagePath(randomUUID())), messageOf(random, createdAt));
    }
    await batch.commit();
  }
}

/** Messages as they come, evenly, at most as many a second as the emulator takes. Resolves with the number written. */
export async function writeLive(
  db: Firestore,
  { perSecond, seconds }: { perSecond: number; seconds: number },
  random: Random,
): Promise<number> {
  const startedAt = performance.now();
  const writes: Promise<unknown>[] = [];
  while (performance.now() - startedAt < seconds * 1_000) {
    const due = ((performance.now() - startedAt) / 1_000) * perSecond;
    while (writes.length < due) {
      const message = messageOf(random, FieldValue.serverTimestamp());
      writes.push(db.doc(messagePath(randomUUID())).create(message));
    }
    await sleep(TICK_MS);
  }
  await Promise.all(writes);
  return writes.length;
}
