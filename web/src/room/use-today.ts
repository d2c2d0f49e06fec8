import { useSyncExternalStore } from 'react';
import { subscribeToSeconds } from './pending/use-now.ts';

/** The time at which the day began, by this device's calendar. A timer for midnight would oversleep with the device. */
export function useToday(): number {
  return useSyncExternalStore(subscribeToSeconds, startOfDay);
}

function startOfDay(): number {
  return new Date().setHours(0, 0, 0, 0);
}
