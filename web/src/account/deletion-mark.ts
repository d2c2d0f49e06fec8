import { useSyncExternalStore } from 'react';
import { localKeys, readLocal, removeLocal, writeLocal } from '../platform/local-store.ts';

/** Holds the uid of whose account is being deleted, so that a reload goes on with it. */
const KEY = 'plaza.deleting-account';
/** The same where storage does not take it: then this page alone knows. */
let here = '';
/** Behind it the uid of whose deletion the server has begun: from then on the account goes, whatever happens here. */
const BEGUN = 'plaza.deletion-begun.';

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

/** The person has left this device, too. */
export function endDeletion(uid: string): void {
  removeLocal(BEGUN + uid);
  markDeletion('');
}

/** The uid of whose account is being deleted, or ''. */
export function useDeletionMark(): string {
  return useSyncExternalStore(subscribe, () => readLocal(KEY) || here);
}

export function noteBegun(uid: string): void {
  writeLocal(BEGUN + uid, 'yes');
}

/** Whose deletions have begun, of those who have not left this device yet. */
export function begunUids(): string[] {
  return localKeys(BEGUN).map((key) => key.slice(BEGUN.length));
}
