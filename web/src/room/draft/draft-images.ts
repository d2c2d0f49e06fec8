import { openDB, type DBSchema } from 'idb';
import type { PreparedImage } from '../../images/prepared-image.ts';
import { readSession, writeSession } from '../../platform/session-store.ts';
import { keepDescriptions, withDescriptions } from './draft-descriptions.ts';

/** More tabs have no draft with images at a time; those of closed tabs must not pile up. */
const TABS_MAX = 8;

/** What one tab has in its draft; with no images it has sent or dropped them. */
interface Draft {
  readonly tab: string;
  readonly images: readonly PreparedImage[];
}

interface Schema extends DBSchema {
  /** By uid. The one that was changed last is at the end. */
  drafts: { key: string; value: readonly Draft[] };
}

/** By uid: each tab's own. */
const tabs = new Map<string, Promise<string>>();

const tabKey = (uid: string) => `plaza.tab.${uid}`;

function tabOf(uid: string): Promise<string> {
  const tab = tabs.get(uid) ?? claimTab(uid);
  tabs.set(uid, tab);
  return tab;
}

/** The same after a reload; but a duplicate of a tab has its session, too. No two tabs have begun at the same time. */
async function claimTab(uid: string): Promise<string> {
  const kept = readSession(tabKey(uid));
  const tab = kept !== null && (await claim(uid + kept)) ? kept : String(performance.timeOrigin);
  if (tab !== kept) void claim(uid + tab);
  return tab;
}

/** As long as this page is there; false where another page has it. Where there is no lock, each page believes to have it. */
function claim(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (!('locks' in navigator)) return resolve(true);
    navigator.locks
      .request(`plaza-draft-${name}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<never>(() => {});
      })
      .catch(() => resolve(true));
  });
}

/**
 * What this tab was left with, or, where it is new, what was changed last in any; none where the
 * browser keeps nothing.
 */
export async function readDraftImages(uid: string): Promise<readonly PreparedImage[]> {
  const before = readSession(tabKey(uid));
  const tab = await tabOf(uid);
  writeSession(tabKey(uid), tab);
  const drafts = await change(uid, (drafts) => {
    const last = before === null ? drafts.at(-1) : drafts.find((draft) => draft.tab === before);
    return tab === before || last === undefined ? drafts : withImages(drafts, tab, last.images);
  }).catch((): Draft[] => []);
  return withDescriptions(uid, drafts.find((draft) => draft.tab === tab)?.images ?? []);
}

/** @throws DOMException where the browser keeps nothing, or has no room: then the page alone has them */
export async function writeDraftImages(
  uid: string,
  images: readonly PreparedImage[],
): Promise<void> {
  keepDescriptions(uid, images);
  const tab = await tabOf(uid);
  await change(uid, (drafts) => withImages(drafts, tab, images));
}

/** Those of all tabs. */
export async function forgetDraftImages(uid: string): Promise<void> {
  await change(uid, () => []).catch(() => {});
}

/** @throws DOMException */
async function change(
  uid: string,
  changed: (drafts: readonly Draft[]) => readonly Draft[],
): Promise<readonly Draft[]> {
  const db = await openDB<Schema>('plaza-drafts', 2, {
    upgrade: (db) => void db.createObjectStore('drafts'),
  });
  const { store, done } = db.transaction('drafts', 'readwrite');
  // Closed when the transaction has ended, and whatever ends it is told by the requests.
  db.close();
  done.catch(() => {});
  const drafts = changed((await store.get(uid)) ?? []);
  // Nothing is left of somebody who has nothing left.
  if (drafts.some(({ images }) => images.length > 0)) await store.put(drafts, uid);
  else await store.delete(uid);
  await done;
  return drafts;
}

function withImages(drafts: readonly Draft[], tab: string, images: Draft['images']) {
  const others = drafts.filter((draft) => draft.tab !== tab);
  const all = [...others, { tab, images }];
  // What was dropped last is told to a new tab, and else takes no other's place.
  return all
    .filter((draft, index) => index === others.length || draft.images.length > 0)
    .slice(-TABS_MAX);
}
