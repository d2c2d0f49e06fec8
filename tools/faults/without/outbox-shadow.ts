/** Instead of web/src/outbox/disk-store.ts: entries die with their page. */
export function openDiskStore(): Promise<never> {
  return Promise.reject(new DOMException('Taken away.', 'UnknownError'));
}
