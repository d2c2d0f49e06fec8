import { THUMBNAIL_SIDE_PX } from '@plaza/shared/limits';

/** A picture that is longer than this is cut; the full view shows all of it. */
const LONGEST_RATIO = 2.5;
/** A finger hits nothing smaller. */
const SMALLEST_PX = 44;

export interface PictureBox {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The room that a picture takes alone in a message, known before it is loaded. */
export function pictureBoxOf(picture: { width: number; height: number }): PictureBox {
  const ratio = clamp(picture.width / picture.height, 1 / LONGEST_RATIO, LONGEST_RATIO);
  const longest = Math.min(THUMBNAIL_SIDE_PX, Math.max(picture.width, picture.height));
  const widthPx = Math.round(ratio >= 1 ? longest : longest * ratio);
  const heightPx = Math.round(ratio >= 1 ? longest / ratio : longest);
  return { widthPx: Math.max(SMALLEST_PX, widthPx), heightPx: Math.max(SMALLEST_PX, heightPx) };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
