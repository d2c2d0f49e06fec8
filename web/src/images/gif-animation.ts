import { concatBytes } from './concat-bytes.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
/** What tells how often the film is shown. */
const LOOP_EXTENSIONS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);
const HEADER_BYTES = 13;

/**
 * An animated GIF without comments, XMP, and whatever follows its end.
 * @returns null for a still one, and for one that is broken
 */
export function stripGifAnimation(gif: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const kept: Uint8Array[] = [];
  let frames = 0;
  let at = HEADER_BYTES + colourTableBytes(gif[10]);
  kept.push(gif.subarray(0, at));
  while (at < gif.length) {
    const start = at;
    const kind = gif[at];
    if (kind === TRAILER) {
      kept.push(Uint8Array.of(TRAILER));
      return frames > 1 ? concatBytes(kept) : null;
    } else if (kind === EXTENSION) {
      at = endOfSubBlocks(gif, at + 2);
      if (isNeeded(gif, start)) kept.push(gif.subarray(start, at));
    } else if (kind === IMAGE) {
      // Its descriptor, its colours, and one byte before the pixels.
      at = endOfSubBlocks(gif, at + 10 + colourTableBytes(gif[at + 9]) + 1);
      kept.push(gif.subarray(start, at));
      frames += 1;
    } else {
      return null;
    }
  }
  return null;
}

function isNeeded(gif: Uint8Array, at: number): boolean {
  const label = gif[at + 1];
  if (label === GRAPHIC_CONTROL) return true;
  const name = String.fromCharCode(...gif.subarray(at + 3, at + 14));
  return label === APPLICATION && LOOP_EXTENSIONS.has(name);
}

function colourTableBytes(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

function endOfSubBlocks(gif: Uint8Array, at: number): number {
  let end = at;
  for (;;) {
    const length = gif[end] ?? 0;
    end += length + 1;
    if (length === 0) return end;
  }
}
