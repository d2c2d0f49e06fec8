/** In the page: a transaction that lasts as long as the page, which whatever is written waits for. */
export function occupyDrafts(): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('plaza-drafts');
    opening.onsuccess = () => {
      const drafts = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
      const goOn = () => {
        drafts.count().onsuccess = goOn;
        resolve();
      };
      drafts.count().onsuccess = goOn;
    };
  });
}
