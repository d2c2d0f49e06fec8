import type { PreparedImage } from '../../images/prepared-image.ts';
import type { ChosenFile } from './attaching.ts';

type Picture = PreparedImage | ChosenFile;

const keys = new WeakMap<object, number>();
let keyCount = 0;

/** The bytes stay the same object while the description changes. */
function identityOf(picture: Picture): object {
  return 'bytes' in picture ? picture.bytes : picture;
}

/** Tells a picture from the others as long as it is in the page. */
export function pictureKey(picture: Picture): number {
  const key = keys.get(identityOf(picture)) ?? (keyCount += 1);
  keys.set(identityOf(picture), key);
  return key;
}

/** What a file has become stays the same picture: its button keeps the focus. */
export function keepKey(from: ChosenFile, to: PreparedImage): void {
  keys.set(identityOf(to), pictureKey(from));
}
