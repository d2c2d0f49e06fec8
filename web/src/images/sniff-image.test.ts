import sharp from 'sharp';
import { expect, test } from 'vitest';
import { sniffImage } from './sniff-image.ts';

const pixel = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#246' } });

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

test('[PI5] an image is known by its bytes', async () => {
  expect(sniffImage(await pixel().jpeg().toBuffer())).toBe('jpeg');
  expect(sniffImage(await pixel().png().toBuffer())).toBe('png');
  expect(sniffImage(await pixel().gif().toBuffer())).toBe('gif');
  expect(sniffImage(await pixel().webp().toBuffer())).toBe('webp');
  expect(sniffImage(await pixel().avif().toBuffer())).toBe('avif');
  expect(sniffImage(bytesOf('BM\0\0\0\0'))).toBe('bmp');
});

test.for([
  ['heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ['heic', '\0\0\0\x18ftypmif1\0\0\0\0mif1heix'],
  ['avif', '\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf'],
  ['svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['svg', '<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg width="9">'],
] as const)('[PI5] %s by its head %j', ([format, head]) => {
  expect(sniffImage(bytesOf(head))).toBe(format);
});

test.for([
  '',
  'B',
  '\xff\xd8',
  'GIF90a',
  '\0\0\0\x18ftypmp42\0\0\0\0mp42isom',
  '\0\0\0\x04ftyp',
  '%PDF-1.7',
  'PK\x03\x04',
  '<!doctype html><p>an <b>svg</b>',
  'words about <svg>',
])('[PI5] no image: %j', (head) => {
  expect(sniffImage(bytesOf(head))).toBeNull();
});
