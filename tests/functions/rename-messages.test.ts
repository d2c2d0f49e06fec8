import { randomUUID } from 'node:crypto';
import { Timestamp, type Firestore } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { ARCHIVE, MESSAGES, userPath } from '@plaza/shared/paths';
import { renameMessages } from '../../functions/src/rename/rename-messages.ts';
import { firstTask, renamePage, type RenameTask } from '../../functions/src/rename/rename-page.ts';
import { pick, randomInt, seededRandom } from '../../tools/random/seeded-random.ts';
import { DeathError, mortalBackend } from './mortal-backend.ts';
import { deployedProject, quietProject } from './projects.ts';

const { db } = quietProject();
const mortal = mortalBackend(quietProject());
const deployed = deployedProject();

const NO_PACE = { now: () => 0, sleep: () => Promise.resolve() };

/** Delivered messages, three of them of the same moment, as a batch makes them. */
async function writeMessages(
  db: Firestore,
  uid: string,
  username: string,
  counts: Record<string, number>,
): Promise<void> {
  for (const [collection, count] of Object.entries(counts)) {
    const batch = db.batch();
    for (let index = 0; index < count; index += 1) {
      batch.create(db.collection(collection).doc(), {
        uid,
        username,
        text: 'Hello',
        createdAt: Timestamp.fromMillis(1_790_000_000_000 + Math.floor(index / 3)),
        shard: 0,
        status: 'delivered',
        attachments: [],
      });
    }
    await batch.commit();
  }
}

/** As the batch of a rename leaves the profile. */
async function setName(
  db: Firestore,
  uid: string,
  username: string,
  renamedAt: number,
): Promise<void> {
  const profile = { username, usernameKey: username, previousUsername: null };
  const times = { createdAt: Timestamp.fromMillis(0), renamedAt: Timestamp.fromMillis(renamedAt) };
  await db.doc(userPath(uid)).set({ ...profile, ...times });
}

/** How many messages carry which name. */
async function namesOf(db: Firestore, uid: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const collection of [MESSAGES, ARCHIVE]) {
    const { docs } = await db.collection(collection).where('uid', '==', uid).get();
    for (const message of docs) {
      const name = String(message.get('username'));
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}

test('[FN18] a rename reaches all messages of the person, the archive too, and nobody else', async () => {
  const { db } = deployed;
  const [uid, other] = [randomUUID(), randomUUID()];
  await setName(db, uid, 'before', 1);
  await writeMessages(db, uid, 'before', { [MESSAGES]: 20, [ARCHIVE]: 5 });
  await writeMessages(db, other, 'before', { [MESSAGES]: 3 });
  await setName(db, uid, 'after', 2);
  await expect.poll(() => namesOf(db, uid), { timeout: 100_000 }).toEqual({ after: 25 });
  expect(await namesOf(db, other)).toEqual({ before: 3 });
}, 120_000);

test('[FN18] the newest messages come first', async () => {
  const uid = randomUUID();
  await writeMessages(db, uid, 'before', { [MESSAGES]: 210 });
  await setName(db, uid, 'after', 1);
  const { renamed } = await renamePage(db, firstTask(uid, 1, 'test'));
  const { docs } = await db.collection(MESSAGES).where('uid', '==', uid).orderBy('createdAt').get();
  const names = docs.map((message): unknown => message.get('username'));
  expect(renamed).toBeGreaterThan(0);
  expect(names).toEqual(names.map((_, index) => (index < 210 - renamed ? 'before' : 'after')));
});

test('[FN19] a pass keeps its pace, and pages with nothing to do cost no time', async () => {
  const uid = randomUUID();
  await writeMessages(db, uid, 'before', { [MESSAGES]: 150 });
  await setName(db, uid, 'after', 1);
  let clock = 0;
  const pace = {
    now: () => clock,
    sleep: (ms: number) => {
      clock += ms;
      return Promise.resolve();
    },
  };
  const enqueue = () => Promise.reject(new Error('It fits one task.'));
  expect(await renameMessages(db, firstTask(uid, 1, 'test'), pace, enqueue)).toBe(150);
  // The next task, which knows nothing of this one, has a second of its own.
  expect(clock).toBe(1_000);
  expect(await renameMessages(db, firstTask(uid, 1, 'again'), pace, enqueue)).toBe(0);
  expect(clock).toBe(1_000);
});

test('[FN20] a pass that dies at any request goes on from there', async () => {
  const uid = randomUUID();
  await writeMessages(db, uid, 'before', { [MESSAGES]: 220, [ARCHIVE]: 10 });
  let deaths = 0;
  for (let isDead = true; isDead; deaths += 1) {
    await setName(db, uid, `name${deaths}`, deaths);
    const task = firstTask(uid, deaths, 'test');
    const enqueue = () => Promise.reject(new Error('It fits one task.'));
    mortal.dieAt(deaths + 1, deaths % 2 === 0 ? 'before' : 'after');
    isDead = await renameMessages(mortal.db, task, NO_PACE, enqueue).then(
      () => false,
      (error: unknown) => error instanceof DeathError,
    );
    mortal.revive();
    await renameMessages(db, task, NO_PACE, enqueue);
    expect(await namesOf(db, uid)).toEqual({ [`name${deaths}`]: 230 });
  }
  expect(deaths).toBeGreaterThan(7);
}, 60_000);

test.each([1, 2, 3])(
  '[FN21] two renames, with tasks twice, out of order, at once and dying, end at the last name (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const uid = randomUUID();
    await writeMessages(db, uid, 'first', { [MESSAGES]: 410, [ARCHIVE]: 20 });
    await setName(db, uid, 'second', 1);
    const queue: RenameTask[] = [firstTask(uid, 1, 'test')];
    // There are four pages, so there is something left to come between.
    const again = randomInt(random, 1, 3);

    /** Pages instead of tasks: more chances for something to come between. */
    async function work(): Promise<void> {
      const index = randomInt(random, 0, queue.length - 1);
      const task = pick(random, queue.slice(index, index + 1));
      if (random() < 0.7) queue.splice(index, 1);
      mortal.dieAt(random() < 0.3 ? randomInt(random, 1, 4) : 100, 'after');
      const { next } = await renamePage(mortal.db, task).catch((error: unknown) => {
        if (!(error instanceof DeathError)) throw error;
        return { next: task };
      });
      mortal.revive();
      if (next !== null) queue.push(next);
    }

    for (let step = 0; queue.length > 0; step += 1) {
      if (step === again) {
        await setName(db, uid, 'third', 2);
        queue.unshift(firstTask(uid, 2, 'test'));
      }
      const together = queue.length > 1 && random() < 0.3;
      const [stale = null] = queue;
      await Promise.all([
        work(),
        together && stale !== null ? renamePage(db, stale) : Promise.resolve(),
      ]);
    }
    expect(await namesOf(db, uid)).toEqual({ third: 430 });
  },
  60_000,
);
