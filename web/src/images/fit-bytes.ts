/** Between these two a picture looks well; below, fewer pixels look better than more artefacts. */
const QUALITY_TOP = 0.85;
const QUALITY_FLOOR = 0.55;
/** Halvings of the range between them: 0.04 are not seen. */
const QUALITY_STEPS = 3;
/** As full as this is full: the next try would gain nothing that is seen. */
const FULL = 0.9;
const SHRINK_MIN = 0.25;
const SHRINK_MAX = 0.9;

/** `longestPx`: the longest side. `quality`: 0 to 1. */
export type Encode<Encoded> = (longestPx: number, quality: number) => Promise<Encoded>;

/**
 * Encodes so that it fits: at full size if some good quality allows that, otherwise as large as fits.
 * Takes one encoding for a small picture and about five for a photo.
 * @throws RangeError when not even one pixel fits
 */
export async function fitBytes<Encoded extends { readonly size: number }>(
  longestPx: number,
  maxBytes: number,
  encode: Encode<Encoded>,
): Promise<Encoded> {
  const best = await encode(longestPx, QUALITY_TOP);
  if (best.size <= maxBytes) return best;
  for (let side = longestPx; ;) {
    const encoded = await encode(side, QUALITY_FLOOR);
    if (encoded.size <= maxBytes) return raiseQuality(encoded, side, maxBytes, encode);
    if (side === 1) throw new RangeError(`One pixel takes more than ${maxBytes} bytes.`);
    const shrink = Math.sqrt((maxBytes * (1 + FULL)) / 2 / encoded.size);
    side = Math.max(1, Math.floor(side * Math.min(Math.max(shrink, SHRINK_MIN), SHRINK_MAX)));
  }
}

async function raiseQuality<Encoded extends { readonly size: number }>(
  fitting: Encoded,
  side: number,
  maxBytes: number,
  encode: Encode<Encoded>,
): Promise<Encoded> {
  let best = fitting;
  let [low, high] = [QUALITY_FLOOR, QUALITY_TOP];
  for (let step = 0; step < QUALITY_STEPS && best.size < maxBytes * FULL; step += 1) {
    const quality = (low + high) / 2;
    const encoded = await encode(side, quality);
    if (encoded.size <= maxBytes) {
      best = encoded;
      low = quality;
    } else {
      high = quality;
    }
  }
  return best;
}
