import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { UPLOAD_MAX_BYTES } from '@plaza/shared/limits';
import { seededRandom } from '../../../tools/random/seeded-random.ts';
import { fitBytes } from './fit-bytes.ts';

const MAX_BYTES = 30_000;

interface Encoded {
  size: number;
  longestPx: number;
  quality: number;
}

/** An encoder whose files grow with the pixels and, faster and faster, with the quality. */
function encoderOf(bytesPerPixel: number) {
  const tries: Encoded[] = [];
  async function encode(longestPx: number, quality: number): Promise<Encoded> {
    const pixels = longestPx * Math.ceil(longestPx * 0.75);
    const encoded = { size: Math.ceil(pixels * bytesPerPixel * quality ** 2), longestPx, quality };
    tries.push(encoded);
    return encoded;
  }
  return { encode, tries };
}

describe('[PI2] the search for what fits', () => {
  test('takes one encoding where the best quality fits', async () => {
    const { encode, tries } = encoderOf(0.01);
    const best = await fitBytes(2_048, UPLOAD_MAX_BYTES, encode);
    expect(best.longestPx).toBe(2_048);
    expect(tries).toHaveLength(1);
  });

  test.for([0.04, 0.06, 0.1, 0.3, 1, 4, 40])(
    'fits at %f bytes a pixel, nearly full, in few encodings',
    async (bytesPerPixel) => {
      const { encode, tries } = encoderOf(bytesPerPixel);
      const best = await fitBytes(2_048, UPLOAD_MAX_BYTES, encode);
      expect(best.size).toBeLessThanOrEqual(UPLOAD_MAX_BYTES);
      expect(best.size).toBeGreaterThan(UPLOAD_MAX_BYTES * 0.85);
      expect(best.quality).toBeGreaterThanOrEqual(0.55);
      expect(tries.length).toBeLessThanOrEqual(7);
    },
  );

  test('gives up quality before pixels, down to what still looks well', async () => {
    const { encode } = encoderOf(0.06);
    const best = await fitBytes(2_048, UPLOAD_MAX_BYTES, encode);
    expect(best.longestPx).toBe(2_048);
    expect(best.quality).toBeLessThan(0.85);
  });

  test('never enlarges', async () => {
    const { encode, tries } = encoderOf(400);
    await fitBytes(60, UPLOAD_MAX_BYTES, encode);
    expect(Math.max(...tries.map(({ longestPx }) => longestPx))).toBe(60);
  });

  test('ends where nothing fits', async () => {
    const { encode } = encoderOf(1_000);
    await expect(fitBytes(100, 10, encode)).rejects.toThrow(RangeError);
  });

  test('fits what looks like a photo with a real encoder', async () => {
    const random = seededRandom(2);
    const [width, height] = [1_024, 768];
    const grain = Buffer.from(Array.from({ length: width * height * 3 }, () => random() * 256));
    const photo = await sharp(grain, { raw: { width, height, channels: 3 } })
      .blur(1.2)
      .png({ compressionLevel: 1 })
      .toBuffer();
    let encodings = 0;
    const best = await fitBytes(1_024, MAX_BYTES, async (side, quality) => {
      encodings += 1;
      const bytes = await sharp(photo)
        .resize(side)
        .webp({ quality: Math.round(quality * 100), effort: 0 })
        .toBuffer();
      return { size: bytes.length };
    });
    expect(best.size).toBeLessThanOrEqual(MAX_BYTES);
    expect(best.size).toBeGreaterThan(MAX_BYTES * 0.6);
    expect(encodings).toBeLessThanOrEqual(7);
  });
});
