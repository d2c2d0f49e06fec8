import sharp from 'sharp';

const BIG_ENOUGH = { width: 1_200, height: 900 };

/** A JPEG of the given size, of one colour. */
export function photo(colour = '#246', size = BIG_ENOUGH): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}
