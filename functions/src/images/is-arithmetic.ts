const MARKER_BYTES = 2;
const FRAMES = new Set([0xc9, 0xca]);
const START_OF_SCAN = 0xda;

/**
 * Whether a JPEG's pixels are coded arithmetically: then a scan of a few bytes may hold every
 * coefficient of the image, where Huffman's codes take some bits for each. Goes from marker to marker
 * as libjpeg does, which passes over whatever is between two segments.
 */
export function isArithmetic(jpeg: Buffer): boolean {
  let at = MARKER_BYTES;
  for (;;) {
    at = jpeg.indexOf(0xff, at);
    while (jpeg[at] === 0xff) at += 1;
    const marker = jpeg[at];
    if (marker === undefined || marker === START_OF_SCAN) return false;
    if (FRAMES.has(marker)) return true;
    at += 1;
    if (hasLength(marker)) at += Math.max(2, (jpeg[at] ?? 0) * 256 + (jpeg[at + 1] ?? 0));
  }
}

/** Restarts have none, nor has what is no marker at all. */
function hasLength(marker: number): boolean {
  return marker > 0x01 && (marker < 0xd0 || marker > 0xd7);
}
