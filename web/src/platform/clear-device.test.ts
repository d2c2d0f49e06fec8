import { afterEach, expect, test, vi } from 'vitest';
import { finishClearing } from './clear-device.ts';

/** As far as it is used: what it holds are its own properties. */
function storageWith(items: Record<string, string>): Record<string, string> {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    removeItem(this: Record<string, string>, key: string) {
      Reflect.deleteProperty(this, key);
    },
  };
  return Object.assign(Object.create(methods) as Record<string, string>, items);
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('[AC14] what is not deleted in time is left to the next start', async () => {
  vi.useFakeTimers();
  const local = storageWith({ 'plaza.clearing': 'all', 'plaza.draft.ada': 'Half a thought' });
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('sessionStorage', storageWith({}));
  const deletion = new EventTarget();
  vi.stubGlobal('indexedDB', {
    databases: () => Promise.resolve([{ name: 'plaza-drafts' }]),
    deleteDatabase: () => deletion,
  });
  const finished = finishClearing();
  await vi.advanceTimersByTimeAsync(5_000);
  await finished;
  expect(Object.keys(local)).toEqual(['plaza.clearing']);
  deletion.dispatchEvent(new Event('success'));
  await vi.advanceTimersByTimeAsync(0);
  expect(Object.keys(local)).toEqual([]);
});
