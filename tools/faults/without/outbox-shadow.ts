/** Instead of web/src/outbox/disk-store.ts: entries die with their page. */
export * from '../../../web/src/outbox/disk-store.ts';

export function openDiskStore(): Promise<never> {
  return Promise.reject(new DOMException('Taken away.', 'UnknownError'));
}
