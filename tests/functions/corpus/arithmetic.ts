import { segment } from './many-scans.ts';

const QUANTISATION_TABLE = 0xdb;
const SEQUENTIAL_FRAME = 0xc9;
const PROGRESSIVE_FRAME = 0xca;
const START_OF_SCAN = 0xda;

/** A flat grey JPEG: an arithmetic decoder reads zeros where coded pixels end, so they may be none at all. */
export function arithmetic(side: number, isProgressive: boolean): Buffer {
  const frame = isProgressive ? PROGRESSIVE_FRAME : SEQUENTIAL_FRAME;
  const last = isProgressive ? 0 : 63;
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(QUANTISATION_TABLE, [0, ...Array<number>(64).fill(1)]),
    segment(frame, [8, side >> 8, side & 0xff, side >> 8, side & 0xff, 1, 1, 0x11, 0]),
    segment(START_OF_SCAN, [1, 1, 0, 0, last, 0]),
    Buffer.from([0xff, 0xd9]),
  ]);
}
