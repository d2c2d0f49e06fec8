import { useSyncExternalStore } from 'react';

const TICK_MS = 1_000;

export function subscribeToSeconds(onSecond: () => void): () => void {
  const timer = setInterval(onSecond, TICK_MS);
  return () => clearInterval(timer);
}

function neverChange(): () => void {
  return () => {};
}

function currentSecond(): number {
  return Math.floor(Date.now() / TICK_MS) * TICK_MS;
}

/** Milliseconds since 1970 at the last full second; goes on as long as `isRunning`. */
export function useNow(isRunning: boolean): number {
  return useSyncExternalStore(isRunning ? subscribeToSeconds : neverChange, currentSecond);
}
