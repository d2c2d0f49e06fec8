const PROBE = 'plaza-probe';

/** Whether IndexedDB works here: private modes and full disks refuse it only when it is opened. */
export function canStore(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(PROBE);
      request.addEventListener('success', () => {
        request.result.close();
        indexedDB.deleteDatabase(PROBE);
        resolve(true);
      });
      request.addEventListener('error', () => resolve(false));
      request.addEventListener('blocked', () => resolve(false));
    } catch {
      resolve(false);
    }
  });
}
