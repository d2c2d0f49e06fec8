import sharp, { type Metadata } from 'sharp';
import { expect, test } from 'vitest';
import { PHONE_EXIF, scene, SECRET_XMP } from '../../../tests/functions/corpus/scene.ts';
import { animation } from '../../../tests/functions/corpus/webp-files.ts';
import { stripGifAnimation } from './gif-animation.ts';
import { stripWebpAnimation } from './webp-animation.ts';

const TRAILER_BYTES = 1;
const ALL = { animated: true };

function gifComment(text: string): Buffer {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x21, 0xfe, body.length]), body, Buffer.from([0])]);
}

async function expectFilm(bytes: Uint8Array | null, like: Buffer): Promise<void> {
  const [after, before] = [
    await sharp(bytes ?? undefined, ALL).metadata(),
    await sharp(like, ALL).metadata(),
  ];
  const kept = ({ width, pages, delay, loop }: Metadata) => ({ width, pages, delay, loop });
  expect(kept(after)).toEqual(kept(before));
  const pixels = (file: Uint8Array) => sharp(file, ALL).raw().toBuffer();
  expect(await pixels(bytes ?? like.subarray(0, 0))).toEqual(await pixels(like));
}

test('[PI4] an animated GIF loses its comments and what follows it, nothing else', async () => {
  const film = await animation(6, 60, 40)
    .gif({ delay: [40, 50, 60, 70, 80, 90], loop: 3 })
    .toBuffer();
  const noisy = Buffer.concat([
    film.subarray(0, -TRAILER_BYTES),
    gifComment('Secret comment'),
    film.subarray(-TRAILER_BYTES),
    Buffer.from('Secret behind'),
  ]);
  const stripped = stripGifAnimation(noisy);
  await expectFilm(stripped, film);
  expect(Buffer.from(stripped ?? []).includes('Secret')).toBe(false);
});

test('[PI4] an animated WebP loses EXIF, XMP and its profile, nothing else', async () => {
  const film = await animation(5, 60, 40)
    .webp({ delay: [40, 50, 60, 70, 80] })
    .toBuffer();
  const noisy = await sharp(film, ALL)
    .webp({ lossless: true })
    .withExif(PHONE_EXIF)
    .withXmp(SECRET_XMP)
    .withIccProfile('p3')
    .toBuffer();
  const stripped = stripWebpAnimation(Buffer.concat([noisy, Buffer.from('Secret behind')]));
  await expectFilm(stripped, noisy);
  const { exif, xmp, icc } = await sharp(stripped ?? undefined).metadata();
  expect({ exif, xmp, icc }).toEqual({});
  expect(Buffer.from(stripped ?? []).includes('Secret')).toBe(false);
});

test('[PI4] a still one is none, and neither is a broken one', async () => {
  const film = await animation(6, 60, 40).gif().toBuffer();
  const webp = await animation(6, 60, 40).webp().toBuffer();
  expect(stripGifAnimation(await scene().gif().toBuffer())).toBeNull();
  expect(stripWebpAnimation(await scene().webp().toBuffer())).toBeNull();
  for (let length = 0; length < film.length; length += 1) {
    expect(stripGifAnimation(film.subarray(0, length))).toBeNull();
  }
  for (let length = 0; length < 100; length += 1) {
    expect(stripWebpAnimation(webp.subarray(0, length))).toBeNull();
  }
});
