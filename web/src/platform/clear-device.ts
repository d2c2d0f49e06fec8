import { readLocal, removeLocal, writeLocal } from './local-store.ts';

/** `all`: whatever Plaza keeps in this browser; with a uid, what is that person's, and what Firestore keeps. */
export type Clearing = 'all' | `uid:${string}`;

const KEY = 'plaza.clearing';
const UID = 'uid:';
const FIRESTORE = 'firestore/';
/** A tab that the browser has frozen may hold a database for longer. */
const PATIENCE_MS = 5_000;

/**
 * Clears what is kept, and starts anew at an address. Nothing can be deleted while it is in use, so
 * that happens as the first thing after all tabs have reloaded.
 */
export function clearDevice(clearing: Clearing, hash: string): void {
  writeLocal(KEY, clearing);
  restart(clearing, hash);
}

/** Lets this tab follow when another one clears. */
export function followClearing(): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY && isClearing(newValue)) restart(newValue, '');
  });
}

function isClearing(value: string | null): value is Clearing {
  return value === 'all' || value?.startsWith(UID) === true;
}

function restart(clearing: Clearing, hash: string): void {
  clearKeys(() => sessionStorage, clearing);
  history.replaceState(null, '', `${location.pathname}#${hash}`);
  location.reload();
}

/** Ends what `clearDevice` began, or leaves it to the next start. Call it before anything is opened. */
export async function finishClearing(): Promise<void> {
  const clearing = readLocal(KEY);
  if (!isClearing(clearing)) return;
  const timeout = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
  const prefix = clearing === 'all' ? '' : FIRESTORE;
  await Promise.race([timeout, deleteDatabases(prefix).then(() => removeLocal(KEY))]);
  clearKeys(() => sessionStorage, clearing);
  clearKeys(() => localStorage, clearing);
}

/** Those whose names begin like this. What a browser refuses to delete stays: nothing else is left to try. */
async function deleteDatabases(prefix: string): Promise<void> {
  try {
    const databases = await indexedDB.databases();
    const names = databases.flatMap(({ name }) => name ?? []);
    await Promise.allSettled(names.filter((name) => name.startsWith(prefix)).map(deleteDatabase));
  } catch {
    // The page has to start all the same.
  }
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error(`${name} cannot be deleted.`)));
  });
}

function clearKeys(open: () => Storage, clearing: Clearing): void {
  try {
    const storage = open();
    const uid = clearing === 'all' ? '' : clearing.slice(UID.length);
    for (const key of Object.keys(storage)) {
      if (key !== KEY && key.includes(uid)) storage.removeItem(key);
    }
  } catch {
    // Where storage is refused, it holds nothing.
  }
}
