import { rgbaToThumbHash } from 'thumbhash';
import { drawScaled, type Size } from './draw-scaled.ts';
import type { CreateSurface } from './surface.ts';

/** What ThumbHash takes at most. */
const SIDE_PX = 100;

/** A ThumbHash in base64: about 25 bytes that become a blurred picture. */
export function placeholderOf(
  source: CanvasImageSource & Size,
  createSurface: CreateSurface,
): string {
  const { context, width, height } = drawScaled(source, SIDE_PX, createSurface);
  const { data } = context.getImageData(0, 0, width, height);
  return btoa(String.fromCharCode(...rgbaToThumbHash(width, height, data)));
}
