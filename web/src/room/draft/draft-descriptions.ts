import type { PreparedImage } from '../../images/prepared-image.ts';
import { readSession, writeSession } from '../../platform/session-store.ts';

type Description = readonly [placeholder: string, alt: string];

const keyOf = (uid: string) => `plaza.descriptions.${uid}`;

/** At once, for this tab: a reload breaks off the transaction that keeps the images themselves. */
export function keepDescriptions(uid: string, images: readonly PreparedImage[]): void {
  const descriptions = images.map(({ placeholder, alt }): Description => [placeholder, alt]);
  writeSession(keyOf(uid), JSON.stringify(descriptions));
}

/** The images with what was typed last in this tab. */
export function withDescriptions(
  uid: string,
  images: readonly PreparedImage[],
): readonly PreparedImage[] {
  const left = JSON.parse(readSession(keyOf(uid)) ?? '[]') as Description[];
  return images.map((image) => {
    const index = left.findIndex(([placeholder]) => placeholder === image.placeholder);
    const [kept] = index < 0 ? [] : left.splice(index, 1);
    return kept === undefined ? image : { ...image, alt: kept[1] };
  });
}
