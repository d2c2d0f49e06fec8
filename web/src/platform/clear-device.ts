import { readLocal, writeLocal } from './local-store.ts';

/** `cache`: what Firestore keeps of the room; `all`: whatever Plaza keeps in this browser. */
export type Clearing = 'cache' | 'all';

const KEY = 'plaza.clearing';
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
    if (key === KEY && (newValue === 'cache' || newValue === 'all')) restart(newValue, '');
  });
}

function restart(clearing: Clearing, hash: string): void {
  if (clearing === 'all') clearSession();
  history.replaceState(null, '', `${location.pathname}#${hash}`);
  location.reload();
}

/** Ends what `clearDevice` began. Call it before anything is opened. */
export async function finishClearing(): Promise<void> {
  const clearing = readLocal(KEY);
  if (clearing === null) return;
  const timeout = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([timeout, deleteDatabases(clearing === 'all' ? '' : FIRESTORE)]);
  if (clearing === 'all') localStorage.clear();
  else localStorage.removeItem(KEY);
}

/** Those whose names begin like this. What a browser refuses to delete stays: nothing else is left to try. */
async function deleteDatabases(prefix: string): Promise<void> {
  try {
    const databases = await indexedDB.databases();
    const names = databases.flatMap(({ name }) => name ?? []);
    await Promise.all(names.filter((name) => name.startsWith(prefix)).map(deleteDatabase));
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

function clearSession(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Where it is refused, it holds nothing.
  }
}
