import { useSyncExternalStore } from 'react';
import { isOnline, subscribeToOnlineStatus } from '../platform/online-status.ts';

export function useIsOnline(): boolean {
  return useSyncExternalStore(subscribeToOnlineStatus, isOnline);
}
