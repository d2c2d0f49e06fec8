const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEAD_BYTES = 8;
const CHECKSUM_BYTES = 4;
const TEXTS = new Set(['tEXt', 'zTXt', 'iTXt']);
/** Deflated, so that it becomes 8 MB at most. sRGB's has 3 KB, Display P3's 0.5 KB. */
const PROFILE_MAX_BYTES = 8_000;

/**
 * A PNG without its texts and a colour profile that may become large: libpng inflates each of them, up
 * to 50 MB and however many there are, and all are held for as long as the image is open. Other files
 * stay as they are; what is no chunk is left to the decoder.
 */
export function withoutExtras(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return bytes;
  const kept: Buffer[] = [SIGNATURE];
  let at = SIGNATURE.length;
  while (at + HEAD_BYTES <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + HEAD_BYTES);
    const end = at + HEAD_BYTES + length + CHECKSUM_BYTES;
    if (!isExtra(type, length)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
}

function isExtra(type: string, length: number): boolean {
  return TEXTS.has(type) || (type === 'iCCP' && length > PROFILE_MAX_BYTES);
}
