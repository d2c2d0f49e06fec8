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

const tabKey = (uid: string) => `plaza.tab.${uid}`;
/** The same after a reload; no two tabs have begun at the same time. */
const tabOf = (uid: string) => readSession(tabKey(uid)) ?? String(performance.timeOrigin);

/**
 * What this tab was left with, or, where it is new, what was changed last in any; none where the
 * browser keeps nothing.
 */
export async function readDraftImages(uid: string): Promise<readonly PreparedImage[]> {
  const tab = tabOf(uid);
  const isNew = readSession(tabKey(uid)) === null;
  writeSession(tabKey(uid), tab);
  const drafts = await change(uid, (drafts) =>
    isNew ? withImages(drafts, tab, drafts.at(-1)?.images ?? []) : drafts,
  );
  return withDescriptions(uid, drafts.find((draft) => draft.tab === tab)?.images ?? []);
}

/** Resolves also where the browser keeps nothing. */
export async function writeDraftImages(
  uid: string,
  images: readonly PreparedImage[],
): Promise<void> {
  keepDescriptions(uid, images);
  await change(uid, (drafts) => withImages(drafts, tabOf(uid), images));
}

/** Those of all tabs. */
export async function forgetDraftImages(uid: string): Promise<void> {
  await change(uid, () => []);
}

/** Resolves with none where the browser keeps nothing: then the page alone has them. */
async function change(
  uid: string,
  changed: (drafts: readonly Draft[]) => readonly Draft[],
): Promise<readonly Draft[]> {
  try {
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
  } catch {
    return [];
  }
}

function withImages(drafts: readonly Draft[], tab: string, images: Draft['images']) {
  const others = drafts.filter((draft) => draft.tab !== tab);
  const all = [...others, { tab, images }];
  // What was dropped last is told to a new tab, and else takes no other's place.
  return all
    .filter((draft, index) => index === others.length || draft.images.length > 0)
    .slice(-TABS_MAX);
}
