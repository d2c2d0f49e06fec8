import type { PreparedImage } from '../images/prepared-image.ts';
import { localKeys, readLocal, removeLocal, writeLocal } from '../platform/local-store.ts';
import type { Journal } from './journal.ts';
import type { NewEntry } from './outbox-store.ts';

/** As JSON can hold it. */
type WrittenEntry = Omit<NewEntry, 'images'> & {
  readonly images: readonly (Omit<PreparedImage, 'bytes'> & { readonly base64: string })[];
};

/** In place of an entry. */
const LEFT = '';
const CHUNK_BYTES = 8_192;

/** In localStorage, which is written at once: what has no room there is not in it. */
export function openLocalJournal(uid: string): Journal {
  // A key for each entry, as tabs write at the same time.
  const prefix = `plaza.journal.${uid}.`;
  return {
    add(entry) {
      const key = prefix + entry.messageId;
      if (readLocal(key) !== LEFT) writeLocal(key, toText(entry));
    },
    remove: (messageId) => removeLocal(prefix + messageId),
    entries: () =>
      localKeys(prefix)
        .map((key) => readLocal(key) ?? LEFT)
        .filter((text) => text !== LEFT)
        .map(fromText)
        .toSorted((a, b) => a.queuedAt - b.queuedAt),
    drop: (messageId) => writeLocal(prefix + messageId, LEFT),
    dropped: () =>
      localKeys(prefix)
        .filter((key) => readLocal(key) === LEFT)
        .map((key) => key.slice(prefix.length)),
  };
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
