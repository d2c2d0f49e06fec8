import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import type { Attachment } from '@plaza/shared/attachment';
import { randomInt, type Random } from '../random/seeded-random.ts';

const PLACEHOLDER_SIDE_PX = 100;

export interface SeedPicture {
  bytes: Buffer;
  attachment: Attachment;
}

/** A landscape of its own: sky, sun and hills. */
export async function drawPicture(random: Random): Promise<SeedPicture> {
  const [width, height] = random() < 0.7 ? [1200, 800] : [800, 1200];
  const hue = randomInt(random, 0, 359);
  const hills = [0.55, 0.7, 0.85].map((top, layer) => {
    const points = Array.from({ length: 9 }, (_, index) => {
      const y = height * (top + (random() - 0.5) * 0.15);
      return `${(index * width) / 8},${y.toFixed(0)}`;
    });
    const colour = `hsl(${(hue + 120) % 360} 35% ${50 - layer * 14}%)`;
    return `<polygon fill="${colour}" points="0,${height} ${points.join(' ')} ${width},${height}"/>`;
  });
  const sun = `<circle cx="${randomInt(random, 100, width - 100)}" cy="${height * 0.3}" r="70" fill="hsl(45 95% 75%)"/>`;
  const sky = `<linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${hue} 60% 45%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360} 80% 85%)"/></linearGradient>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${sky}</defs><rect width="100%" height="100%" fill="url(#sky)"/>${sun}${hills.join('')}</svg>`;
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
  return {
    bytes,
    attachment: {
      width,
      height,
      contentType: 'image/jpeg',
      placeholder: await placeholderOf(bytes),
      alt: 'Hills under a low sun',
      state: 'processing',
      url: null,
      thumbUrl: null,
      reason: null,
    },
  };
}

async function placeholderOf(bytes: Buffer): Promise<string> {
  const { data, info } = await sharp(bytes)
    .resize(PLACEHOLDER_SIDE_PX, PLACEHOLDER_SIDE_PX, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}
