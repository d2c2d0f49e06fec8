import sharp, { type Sharp } from 'sharp';
import { broken, hostile, ready, tooLarge, type CorpusFile } from './corpus-file.ts';
import { PHONE_EXIF, plain, scene, SECRET_XMP } from './scene.ts';

/** `count` frames, each of another colour, one below the other as sharp wants them. */
export function frames(count: number, width: number, height: number): Buffer {
  const pixels = Buffer.alloc(width * height * count * 3);
  for (let frame = 0; frame < count; frame += 1) {
    pixels.fill((frame * 37) % 256, frame * width * height * 3);
  }
  return pixels;
}

export function animation(count: number, width: number, height: number): Sharp {
  return sharp(frames(count, width, height), {
    raw: { width, height: height * count, channels: 3, pageHeight: height },
    limitInputPixels: false,
  });
}

export async function webpFiles(): Promise<CorpusFile[]> {
  const file = await scene().webp().toBuffer();
  return [
    ready('lossy.webp', file, { width: 240, height: 160 }),
    ready('lossless.webp', await scene().webp({ lossless: true }).toBuffer()),
    ready('alpha.webp', await scene().ensureAlpha(0.5).webp().toBuffer()),
    ready('exif.webp', await scene().webp().withExif(PHONE_EXIF).toBuffer()),
    ready('oriented.webp', await scene().webp().withMetadata({ orientation: 6 }).toBuffer(), {
      width: 160,
      height: 240,
    }),
    ready('icc.webp', await scene().webp().withIccProfile('p3').toBuffer()),
    ready('xmp.webp', await scene().webp().withXmp(SECRET_XMP).toBuffer()),
    ready('animated.webp', await animation(5, 60, 40).webp().toBuffer(), { frames: 5 }),
    ready('1x1.webp', await plain(1, 1).webp().toBuffer(), { width: 1, height: 1 }),
    ready('html-behind.webp', Buffer.concat([file, Buffer.from('<script>1</script>')])),
    hostile('16-megapixels.webp', await plain(4_000, 4_000).webp({ effort: 0 }).toBuffer()),
    hostile(
      '16-megapixels-lossless.webp',
      await plain(4_000, 4_000, 4).webp({ lossless: true, effort: 0 }).toBuffer(),
    ),
    tooLarge(
      '5200x5200.webp',
      await plain(5_200, 5_200).webp({ lossless: true, effort: 0 }).toBuffer(),
    ),
    broken('half.webp', file.subarray(0, file.length / 2)),
    broken('riff-only.webp', file.subarray(0, 12)),
  ];
}
