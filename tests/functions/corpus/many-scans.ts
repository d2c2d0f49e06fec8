const QUANTISATION_TABLE = 0xdb;
const HUFFMAN_TABLE = 0xc4;
const PROGRESSIVE_FRAME = 0xc2;
const START_OF_SCAN = 0xda;

const LEVELS_MAX = 14;
/** Of one block: the first coefficient has a scan of its own. */
const COEFFICIENTS = 63;
/** The longest runs of blocks without anything: a symbol, and 14 bits of how many more than this. */
const RUN_SYMBOL = 0xe0;
const RUN_BITS = 14;
const RUN_MIN = 2 ** RUN_BITS;
const RUN_MAX = 2 ** (RUN_BITS + 1) - 1;

/** A marker segment: its length counts itself, not the marker. */
export function segment(marker: number, body: readonly number[]): Buffer {
  const length = body.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 0xff, ...body]);
}

/** One code, of one bit, for one symbol. */
function huffmanTable(id: number, symbol: number): Buffer {
  return segment(HUFFMAN_TABLE, [id, 1, ...Array<number>(15).fill(0), symbol]);
}

/** Coded pixels: filled up with ones, and a zero behind each byte that would begin a marker. */
function coded(bits: string): Buffer {
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((byte) =>
    Number.parseInt(byte.padEnd(8, '1'), 2),
  );
  return Buffer.from(bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])));
}

/**
 * A flat grey, well-formed progressive JPEG that refines its coefficients, in so many bands, as often
 * as the format allows: a few bytes for each scan, and each scan goes over all pixels.
 */
export function manyScans(side: number, bands: number, levels = LEVELS_MAX): Buffer {
  const blocks = Math.ceil(side / 8) ** 2;
  const runs = Math.ceil(blocks / RUN_MAX);
  const nothing = Array.from({ length: runs }, (_, run) => {
    const length = Math.floor((blocks * (run + 1)) / runs) - Math.floor((blocks * run) / runs);
    return `0${(length - RUN_MIN).toString(2).padStart(RUN_BITS, '0')}`;
  });
  const emptyScan = coded(nothing.join(''));
  const parts = [
    Buffer.from([0xff, 0xd8]),
    segment(QUANTISATION_TABLE, [0, ...Array<number>(64).fill(1)]),
    segment(PROGRESSIVE_FRAME, [8, side >> 8, side & 0xff, side >> 8, side & 0xff, 1, 1, 0x11, 0]),
    huffmanTable(0x00, 0),
    huffmanTable(0x10, RUN_SYMBOL),
    segment(START_OF_SCAN, [1, 1, 0, 0, 0, 0]),
    coded('0'.repeat(blocks)),
  ];
  for (let level = levels - 1; level >= 0; level -= 1) {
    const before = level === levels - 1 ? 0 : level + 1;
    for (let band = 0; band < bands; band += 1) {
      const first = 1 + Math.floor((COEFFICIENTS * band) / bands);
      const last = Math.floor((COEFFICIENTS * (band + 1)) / bands);
      const precision = before * 16 + level;
      parts.push(segment(START_OF_SCAN, [1, 1, 0, first, last, precision]), emptyScan);
    }
  }
  return Buffer.concat([...parts, Buffer.from([0xff, 0xd9])]);
}
