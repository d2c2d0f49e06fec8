import type sharp from 'sharp';

const LOADERS = [
  'VipsForeignLoadJpegBuffer',
  'VipsForeignLoadPngBuffer',
  'VipsForeignLoadWebpBuffer',
  'VipsForeignLoadNsgifBuffer',
];

let loading: Promise<typeof sharp> | undefined;

/**
 * sharp, for images that nobody has looked at yet: it decodes four formats, and all others are
 * unknown to it. Loaded at the first image, so that no other function waits for it at its start.
 */
export function loadSharp(): Promise<typeof sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: LOADERS });
    // Every image is seen once: a cache would only hold memory.
    sharp.cache(false);
    // One thread for each image; how many there are at once is decided in `renderImage`.
    sharp.concurrency(1);
    return sharp;
  });
  return loading;
}
