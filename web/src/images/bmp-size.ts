import type { Size } from './draw-scaled.ts';

/** In bytes, with the file's own head. */
const SIZE_END = 26;
/** The oldest kind of head: its numbers have two bytes each. */
const CORE_HEAD_BYTES = 12;

/** What a BMP says of its size; undefined if it ends before. */
export function bmpSize(bmp: Uint8Array): Size | undefined {
  if (bmp.length < SIZE_END) return undefined;
  const view = new DataView(bmp.buffer, bmp.byteOffset);
  if (view.getUint32(14, true) === CORE_HEAD_BYTES) {
    return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  }
  // Below zero where the rows begin above.
  return { width: view.getUint32(18, true), height: Math.abs(view.getInt32(22, true)) };
}
