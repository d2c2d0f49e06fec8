import type { Item } from './story.ts';

/** These run inside the page, so they know nothing of this file. */

declare global {
  interface Window {
    plazaSaw?: (items: readonly Item[]) => Promise<void>;
    plazaSkewMs?: number;
  }
}

/** A row of `remoteDocumentsV14`, as firebase-js-sdk 12 writes it. */
interface CachedRow {
  readonly documentId: string;
  readonly document?: { readonly updateTime: unknown };
  readonly noDocument?: { readonly readTime: unknown };
  readonly hasCommittedMutations: boolean;
}

/** From the first moment on, tells every message that appears and every status that it takes. */
export function tellItems(): void {
  const told = new Map<string, string>();
  function look(): void {
    const items: Item[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('[data-message-id]')) {
      const { messageId = '', status = '' } = element.dataset;
      if (told.get(messageId) === status) continue;
      told.set(messageId, status);
      items.push({ messageId, status, content: element.textContent, buttons: [] });
    }
    if (items.length > 0) void window.plazaSaw?.(items);
  }
  new MutationObserver(look).observe(document, {
    attributeFilter: ['data-message-id', 'data-status'],
    childList: true,
    subtree: true,
  });
}

/** The page finds that it cannot keep a cache. What it opens without asking, it can. */
export function refuseCache(): void {
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (name, version) => {
    if (name === 'plaza-probe') throw new DOMException('Refused.', 'UnknownError');
    return open(name, version);
  };
}

/** From now on this page's calendar is wrong by so much; how long things take is not. */
export function skewClock(byMs: number): void {
  const isSkewed = window.plazaSkewMs !== undefined;
  window.plazaSkewMs = byMs;
  if (isSkewed) return;
  const now = (): number =>
    Math.round(performance.timeOrigin + performance.now()) + (window.plazaSkewMs ?? 0);
  globalThis.Date = new Proxy(Date, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget) as Date,
    apply: () => new Date().toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
}

/** Everything that the list shows, from top to bottom, and what stands in the composer. */
export function readScreen(list: Element): { items: Item[]; draft: string } {
  const composer = document.querySelector('textarea');
  if (composer === null) throw new Error('There is no composer.');
  const items = [...list.querySelectorAll<HTMLElement>('[data-message-id]')].map((element) => ({
    messageId: element.dataset['messageId'] ?? '',
    status: element.dataset['status'] ?? '',
    content: element.textContent,
    buttons: [...element.querySelectorAll('button')].map((button) => button.textContent),
  }));
  return { items, draft: composer.value };
}

/**
 * What the SDK's cache has of a message: a message as it was at some time, none at some time, or
 * nothing. Tells why a screen lacks it, as the listener's fault is another one than the cache's.
 */
export async function readCached(messageId: string): Promise<string> {
  const databases = await indexedDB.databases();
  const name = databases
    .map((database) => database.name ?? '')
    .find((one) => one.startsWith('firestore/'));
  if (name === undefined) return 'no cache';
  const opening = indexedDB.open(name);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error(String(opening.error))));
  });
  const reading = database
    .transaction('remoteDocumentsV14')
    .objectStore('remoteDocumentsV14')
    .getAll();
  const rows = await new Promise<CachedRow[]>((resolve, reject) => {
    reading.addEventListener('success', () => resolve(reading.result as CachedRow[]));
    reading.addEventListener('error', () => reject(new Error(String(reading.error))));
  });
  database.close();
  const row = rows.find(({ documentId }) => documentId === messageId);
  if (row === undefined) return 'nothing';
  const { document, noDocument, hasCommittedMutations } = row;
  return JSON.stringify({
    updateTime: document?.updateTime,
    none: noDocument?.readTime,
    hasCommittedMutations,
  });
}
