import { openDB, type DBSchema } from 'idb';
import type { PreparedImage } from '../../images/prepared-image.ts';

interface Schema extends DBSchema {
  /** By uid. */
  images: { key: string; value: readonly PreparedImage[] };
}

function open() {
  return openDB<Schema>('plaza-drafts', 1, {
    upgrade: (db) => void db.createObjectStore('images'),
  });
}

/** The images of a draft that is not sent yet; none where the browser keeps nothing. */
export async function readDraftImages(uid: string): Promise<readonly PreparedImage[]> {
  try {
    const db = await open();
    const images = await db.get('images', uid);
    db.close();
    return images ?? [];
  } catch {
    return [];
  }
}

/** Does nothing where the browser keeps nothing: the page itself still has them. */
export async function writeDraftImages(
  uid: string,
  images: readonly PreparedImage[],
): Promise<void> {
  try {
    const db = await open();
    if (images.length === 0) await db.delete('images', uid);
    else await db.put('images', images, uid);
    db.close();
  } catch {
    // As when a tab is closed before it could be kept.
  }
}
