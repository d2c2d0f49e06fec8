import { useSyncExternalStore } from 'react';
import { currentHash, subscribeToHash } from '../platform/location-hash.ts';

/** What follows the # in the address. */
export function useHash(): string {
  return useSyncExternalStore(subscribeToHash, currentHash);
}
