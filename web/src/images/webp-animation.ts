import { concatBytes } from './concat-bytes.ts';

interface Chunk {
  readonly name: string;
  /** With its head, and the byte that makes its length even. */
  readonly bytes: Uint8Array;
}

const FILE_HEAD_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
const FRAME_HEAD_BYTES = 16;
const FILE_CHUNKS = new Set(['VP8X', 'ANIM', 'ANMF']);
const FRAME_CHUNKS = new Set(['ALPH', 'VP8 ', 'VP8L']);
/** The bits of VP8X that announce a colour profile, EXIF and XMP. */
const METADATA_FLAGS = 0x20 | 0x08 | 0x04;

/**
 * An animated WebP without profile, EXIF, XMP, and whatever else lies beside its frames.
 * @returns null for a still one, and for one that is broken
 */
export function stripWebpAnimation(webp: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const chunks = readChunks(webp.subarray(FILE_HEAD_BYTES));
  if (chunks === null) return null;
  const kept = chunks.filter(({ name }) => FILE_CHUNKS.has(name)).map(strip);
  if (chunks.filter(({ name }) => name === 'ANMF').length < 2 || kept.includes(null)) return null;
  const body = concatBytes(kept.filter((chunk) => chunk !== null));
  const file = concatBytes([webp.subarray(0, FILE_HEAD_BYTES), body]);
  new DataView(file.buffer).setUint32(4, file.length - CHUNK_HEAD_BYTES, true);
  return file;
}

function strip({ name, bytes }: Chunk): Uint8Array | null {
  if (name === 'ANMF') return stripFrame(bytes);
  if (name !== 'VP8X') return bytes;
  const copy = bytes.slice();
  copy[CHUNK_HEAD_BYTES] = (copy[CHUNK_HEAD_BYTES] ?? 0) & ~METADATA_FLAGS;
  return copy;
}

function stripFrame(bytes: Uint8Array): Uint8Array | null {
  const headBytes = CHUNK_HEAD_BYTES + FRAME_HEAD_BYTES;
  const chunks = readChunks(bytes.subarray(headBytes));
  if (chunks === null) return null;
  const kept = chunks.filter(({ name }) => FRAME_CHUNKS.has(name)).map((chunk) => chunk.bytes);
  const frame = concatBytes([bytes.subarray(0, headBytes), ...kept]);
  new DataView(frame.buffer).setUint32(4, frame.length - CHUNK_HEAD_BYTES, true);
  return frame;
}

/** What follows the last whole chunk of a file is no part of it; null if the last one is cut off. */
function readChunks(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: Chunk[] = [];
  for (let at = 0; at + CHUNK_HEAD_BYTES <= bytes.length;) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    const end = at + CHUNK_HEAD_BYTES + length + (length % 2);
    if (end > bytes.length) return chunks.length > 0 ? chunks : null;
    chunks.push({ name, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return chunks;
}
