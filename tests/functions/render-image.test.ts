import sharp from 'sharp';
import { expect, test } from 'vitest';
import { renderImage } from '../../functions/src/images/render-image.ts';
import { photo } from './photo.ts';

// Not beside tests that read other formats: what the pipeline does not decode, its process cannot.

test('[FN6] an image that takes too long is rejected', async () => {
  expect(await renderImage(await photo(), 0)).toEqual({ state: 'rejected', reason: 'too-slow' });
  const broken = await renderImage(Buffer.from('no'), 0);
  expect(broken).toEqual({ state: 'rejected', reason: 'not-an-image' });
});

test('[FN6] no other decoder can be reached', async () => {
  await renderImage(await photo());
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  await expect(sharp(svg).metadata()).rejects.toThrow('unsupported image format');
});
