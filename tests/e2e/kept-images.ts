import type { Page } from '@playwright/test';

export interface KeptImage {
  bytes: Buffer;
  contentType: string;
  width: number;
  height: number;
  placeholder: string;
}

/** The prepared images that the page keeps: of messages that wait, or of the draft. */
export async function keptImages(
  page: Page,
  database: 'plaza-outbox' | 'plaza-drafts',
): Promise<KeptImage[]> {
  const kept = await page.evaluate(async (database) => {
    interface Stored {
      bytes: Uint8Array<ArrayBuffer>;
      contentType: string;
      width: number;
      height: number;
      placeholder: string;
    }
    function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error(database)));
      });
    }
    const db = await resultOf(indexedDB.open(database));
    async function all<Value>(store: string): Promise<Value[]> {
      return (await resultOf(db.transaction(store).objectStore(store).getAll())) as Value[];
    }
    const lists =
      database === 'plaza-outbox'
        ? await all<Stored[]>('images')
        : (await all<{ images: Stored[] }[]>('drafts')).flat().map(({ images }) => images);
    db.close();
    return lists
      .flat()
      .map(({ bytes, ...rest }) => ({ ...rest, base64: btoa(String.fromCharCode(...bytes)) }));
  }, database);
  return kept.map(({ base64, ...rest }) => ({ ...rest, bytes: Buffer.from(base64, 'base64') }));
}
