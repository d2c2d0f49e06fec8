import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { PreparedImage } from '../images/prepared-image.ts';
import { nextState } from './entry-machine.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { NewEntry, OutboxStore } from './outbox-store.ts';

const NAME = 'plaza-outbox';
const VERSION = 1;

/** An entry without its images, which are large and never change. */
type Row = Omit<OutboxEntry, 'images'>;

interface Schema extends DBSchema {
  entries: { key: number; value: Row; indexes: { uid: string; messageId: string } };
  /** By message id. */
  images: { key: string; value: readonly PreparedImage[] };
}

/** What is written here is read by the same browser only: the operating system may take its time. */
const RELAXED = { durability: 'relaxed' } as const;

/**
 * Entries in IndexedDB.
 * @throws DOMException when the browser does not open it, or the disk is full
 */
export async function openDiskStore(onLost: () => void): Promise<OutboxStore> {
  return diskStore(await open(onLost));
}

/**
 * How many entries this browser keeps, whoever wrote them.
 * @throws DOMException as `openDiskStore`
 */
export async function countKeptEntries(): Promise<number> {
  const db = await open(() => {});
  const count = await db.count('entries');
  db.close();
  return count;
}

/**
 * Drops what this browser keeps of one person, whatever becomes of it elsewhere.
 * @throws DOMException as `openDiskStore`
 */
export async function forgetEntries(uid: string): Promise<void> {
  const db = await open(() => {});
  const transaction = begin(db, 'readwrite');
  const entries = transaction.objectStore('entries');
  const images = transaction.objectStore('images');
  const rows = await entries.index('uid').getAll(uid);
  await Promise.all([
    ...rows.flatMap(({ sequence, messageId }) => [
      entries.delete(sequence),
      images.delete(messageId),
    ]),
    transaction.done,
  ]);
  db.close();
}

async function open(onLost: () => void): Promise<IDBPDatabase<Schema>> {
  const db = await openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      const entries = db.createObjectStore('entries', { keyPath: 'sequence', autoIncrement: true });
      entries.createIndex('uid', 'uid');
      entries.createIndex('messageId', 'messageId', { unique: true });
      db.createObjectStore('images');
    },
    blocking: () => db.close(),
    terminated: onLost,
  });
  return db;
}

function begin<Mode extends 'readonly' | 'readwrite'>(db: IDBPDatabase<Schema>, mode: Mode) {
  const transaction = db.transaction(['entries', 'images'], mode, RELAXED);
  // Whoever waits for a request hears of it: nobody may be waiting for the end yet.
  transaction.done.catch(() => {});
  return transaction;
}

function diskStore(db: IDBPDatabase<Schema>): OutboxStore {
  return {
    async load(uid) {
      const transaction = begin(db, 'readonly');
      const rows = await transaction.objectStore('entries').index('uid').getAll(uid);
      const images = transaction.objectStore('images');
      return Promise.all(
        rows.map(async (row) => ({ ...row, images: (await images.get(row.messageId)) ?? [] })),
      );
    },

    async add({ images, ...row }: NewEntry) {
      const transaction = begin(db, 'readwrite');
      const entries = transaction.objectStore('entries');
      const present = await entries.index('messageId').get(row.messageId);
      if (present !== undefined) return { ...present, images };
      // The key is made by the database, so that two tabs never make the same one.
      const [sequence] = await Promise.all([
        entries.add(row as Row),
        images.length > 0 && transaction.objectStore('images').put(images, row.messageId),
        transaction.done,
      ]);
      return { ...row, images, sequence };
    },

    async change(messageId, event) {
      const transaction = begin(db, 'readwrite');
      const entries = transaction.objectStore('entries');
      const row = await entries.index('messageId').get(messageId);
      const state = row === undefined ? null : nextState(row.state, event);
      if (row === undefined || state === null) return null;
      const written =
        state === 'gone'
          ? [entries.delete(row.sequence), transaction.objectStore('images').delete(messageId)]
          : [entries.put({ ...row, state })];
      await Promise.all([...written, transaction.done]);
      return state;
    },
  };
}
