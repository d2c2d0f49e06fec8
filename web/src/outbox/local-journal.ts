import type { PreparedImage } from '../images/prepared-image.ts';
import { localKeys, readLocal, removeLocal, writeLocal } from '../platform/local-store.ts';
import type { Journal } from './journal.ts';
import type { NewEntry } from './outbox-store.ts';

/** As JSON can hold it. */
type WrittenEntry = Omit<NewEntry, 'images'> & {
  readonly images: readonly (Omit<PreparedImage, 'bytes'> & { readonly base64: string })[];
};

const CHUNK_BYTES = 8_192;

/** In place of an entry. */
const TAKEN = '';

/** In localStorage, which is written at once: what has no room there is not in it. */
export function openLocalJournal(uid: string): Journal {
  // A key for each entry, as tabs write at the same time.
  const prefix = `plaza.journal.${uid}.`;
  const heldPrefix = `plaza.held.${uid}.`;
  const droppedPrefix = `plaza.dropped.${uid}.`;
  const has = (key: string) => readLocal(key) !== null;
  const isDropped = (messageId: string) => has(droppedPrefix + messageId);
  return {
    add(entry) {
      if (!isDropped(entry.messageId)) writeLocal(prefix + entry.messageId, toText(entry));
    },
    remove: (messageId) => removeLocal(prefix + messageId),
    take(messageId) {
      if (has(prefix + messageId)) writeLocal(prefix + messageId, TAKEN);
    },
    entries: (isWanted) =>
      readAll(prefix)
        .filter(([messageId, text]) => text !== TAKEN && isWanted(messageId))
        .map(([, text]) => fromText(text))
        .toSorted((a, b) => a.queuedAt - b.queuedAt),
    hold(messageId) {
      if (!isDropped(messageId)) writeLocal(heldPrefix + messageId, '');
    },
    isKnown: (messageId) => has(prefix + messageId) || has(heldPrefix + messageId),
    drop(messageId, at) {
      removeLocal(prefix + messageId);
      removeLocal(heldPrefix + messageId);
      writeLocal(droppedPrefix + messageId, `${at}`);
    },
    isDropped,
    forgetDropped(before) {
      for (const [messageId, at] of readAll(droppedPrefix)) {
        if (Number(at) < before) removeLocal(droppedPrefix + messageId);
      }
    },
  };
}

/** What is under keys that begin so, each with the rest of its key. */
function readAll(prefix: string): (readonly [string, string])[] {
  return localKeys(prefix).flatMap((key) => {
    const text = readLocal(key);
    return text === null ? [] : [[key.slice(prefix.length), text] as const];
  });
}

function toText({ images, ...entry }: NewEntry): string {
  const written: WrittenEntry = {
    ...entry,
    images: images.map(({ bytes, ...image }) => ({ ...image, base64: toBase64(bytes) })),
  };
  return JSON.stringify(written);
}

function fromText(text: string): NewEntry {
  const { images, ...entry } = JSON.parse(text) as WrittenEntry;
  return {
    ...entry,
    images: images.map(({ base64, ...image }) => ({ ...image, bytes: fromBase64(base64) })),
  };
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES));
  }
  return btoa(binary);
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
