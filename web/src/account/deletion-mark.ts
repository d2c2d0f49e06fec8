import { useSyncExternalStore } from 'react';
import { readLocal, writeLocal } from '../platform/local-store.ts';

/** Holds the uid of whose account is being deleted, so that a reload goes on with it. */
const KEY = 'plaza.deleting-account';
/** The same where storage does not take it: then this page alone knows. */
let here = '';

const listeners = new Set<() => void>();

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  window.addEventListener('storage', onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener('storage', onChange);
  };
}

/** The account with this uid, in all tabs, is being deleted from now on; '' ends it. */
export function markDeletion(uid: string): void {
  writeLocal(KEY, uid);
  here = readLocal(KEY) === uid ? '' : uid;
  for (const listener of listeners) listener();
}

/** The uid of whose account is being deleted, or ''. */
export function useDeletionMark(): string {
  return useSyncExternalStore(subscribe, () => readLocal(KEY) || here);
}
