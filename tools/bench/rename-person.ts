import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Timestamp, type Firestore } from 'firebase-admin/firestore';
import { SHARD_COUNT } from '@plaza/shared/limits';
import { MESSAGES, messagePath, userPath } from '@plaza/shared/paths';
import { functionsMemoryMb } from './functions-memory.ts';

const BATCH = 500;
const MEMORY_EVERY_MS = 1_000;
const WINDOW_MS = 1_000;

export interface RenameFigures {
  messages: number;
  seconds: number;
  /** On average, from the first to the last. */
  updatesPerSecond: number;
  /** In the busiest second, as a listener sees it. */
  mostUpdatesInOneSecond: number;
  /** Of the process that renames: at the end of the first tenth, and at most. */
  earlyMb: number;
  peakMb: number;
}

async function writePerson(db: Firestore, messages: number): Promise<string> {
  const uid = randomUUID();
  const now = Date.now();
  await db.doc(userPath(uid)).set({
    username: 'before',
    usernameKey: 'before',
    previousUsername: null,
    createdAt: Timestamp.fromMillis(now),
    renamedAt: Timestamp.fromMillis(now),
  });
  for (let start = 0; start < messages; start += BATCH) {
    const batch = db.batch();
    for (let index = start; index < Math.min(messages, start + BATCH); index += 1) {
      batch.create(db.doc(messagePath(randomUUID())), {
        uid,
        username: 'before',
        text: `Message ${index}, as long as messages mostly are.`,
        createdAt: Timestamp.fromMillis(now - index * 1_000),
        shard: index % SHARD_COUNT,
        status: 'delivered',
        attachments: [],
      });
    }
    await batch.commit();
  }
  return uid;
}

/**
 * Calls back with the number of messages under the new name, whenever there are more. Resolves when
 * all messages are there.
 */
function watch(
  db: Firestore,
  uid: string,
  onRenamed: (count: number) => void,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const stop = db
      .collection(MESSAGES)
      .where('uid', '==', uid)
      .onSnapshot((snapshot) => {
        resolve(() => stop());
        const renamed = snapshot
          .docChanges()
          .filter(({ type, doc }) => type === 'modified' && doc.get('username') === 'after');
        onRenamed(renamed.length);
      }, reject);
  });
}

/**
 * Resolves when all of the person's messages have the new name, `onRenamed` having been told of each,
 * with the time at which the rename began, in milliseconds.
 */
async function rename(
  db: Firestore,
  uid: string,
  messages: number,
  onRenamed: (count: number) => void,
): Promise<number> {
  let left = messages;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const stop = await watch(db, uid, (count) => {
    left -= count;
    onRenamed(count);
    if (left <= 0) finish();
  });
  const startedAt = performance.now();
  await db.doc(userPath(uid)).update({
    username: 'after',
    usernameKey: 'after',
    previousUsername: 'before',
    renamedAt: Timestamp.now(),
  });
  await finished;
  stop();
  return startedAt;
}

/**
 * Renames somebody who has written that many messages, through the real triggers, and watches with
 * a listener. `triggers` keeps the writing of the messages out of it.
 */
export async function renamePerson(
  db: Firestore,
  messages: number,
  triggers: { pause: () => Promise<void>; resume: () => Promise<void> },
): Promise<RenameFigures> {
  await triggers.pause();
  const uid = await writePerson(db, messages);
  await triggers.resume();
  // The emulator still tells of what was written; somebody with one message comes after that.
  await rename(db, await writePerson(db, 1), 1, () => {});

  const seenAt: number[] = [];
  const memory: { renamed: number; mb: number }[] = [];
  const done = new AbortController();
  const measured = (async () => {
    while (!done.signal.aborted) {
      memory.push({ renamed: seenAt.length, mb: await functionsMemoryMb() });
      await sleep(MEMORY_EVERY_MS);
    }
  })();
  const startedAt = await rename(db, uid, messages, (count) => {
    const now = performance.now();
    for (let index = 0; index < count; index += 1) seenAt.push(now);
  });
  done.abort();
  await measured;

  const first = seenAt[0] ?? startedAt;
  const last = seenAt.at(-1) ?? startedAt;
  const early = memory.filter(({ renamed }) => renamed > 0 && renamed <= messages / 10);
  return {
    messages: seenAt.length,
    seconds: (last - startedAt) / 1_000,
    updatesPerSecond: (seenAt.length / (last - first)) * 1_000,
    mostUpdatesInOneSecond: mostWithin(seenAt, WINDOW_MS),
    earlyMb: Math.max(0, ...early.map(({ mb }) => mb)),
    peakMb: Math.max(0, ...memory.map(({ mb }) => mb)),
  };
}

/** The most of these ascending times that lie within a window. */
function mostWithin(times: readonly number[], windowMs: number): number {
  let most = 0;
  let start = 0;
  for (const [end, time] of times.entries()) {
    while ((times[start] ?? time) <= time - windowMs) start += 1;
    most = Math.max(most, end - start + 1);
  }
  return most;
}
