import type { PreparedImage } from '../../images/prepared-image.ts';
import { readSession, writeSession } from '../../platform/session-store.ts';

type Description = readonly [placeholder: string, alt: string];

const keyOf = (uid: string) => `plaza.descriptions.${uid}`;

/** At once, for this tab: a reload breaks off the transaction that keeps the images themselves. */
export function keepDescriptions(uid: string, images: readonly PreparedImage[]): void {
  const descriptions = images.map(({ placeholder, alt }): Description => [placeholder, alt]);
  writeSession(keyOf(uid), JSON.stringify(descriptions));
}

/** This tab had images, which may not be read back yet. */
export function hasDescriptions(uid: string): boolean {
  return (readSession(keyOf(uid)) ?? '[]') !== '[]';
}

/**
 * Those of the images that this tab had last, with what was typed last: of what it had sent or
 * dropped, the images may still be there.
 */
export function withDescriptions(
  uid: string,
  images: readonly PreparedImage[],
): readonly PreparedImage[] {
  const kept = readSession(keyOf(uid));
  if (kept === null) return images;
  const left = JSON.parse(kept) as Description[];
  return images.flatMap((image) => {
    const index = left.findIndex(([placeholder]) => placeholder === image.placeholder);
    return index < 0 ? [] : left.splice(index, 1).map(([, alt]) => ({ ...image, alt }));
  });
}
