import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { LOSSY, renderImage, THUMBNAIL } from '../../functions/src/images/render-image.ts';
import { limitConcurrency } from '../../functions/src/platform/limit-concurrency.ts';
import { PUBLISHED_SIDE_MAX_PX, THUMBNAIL_SIDE_PX } from '@plaza/shared/limits';
import { peakMemoryMb } from '../process/peak-memory.ts';

/** What the child process says of its turn. */
export interface ImagePhase {
  images: number;
  imagesPerSecond: number;
  peakMb: number;
  /** Published images and thumbnails together. */
  bytes: number;
}

// A process of its own for each turn, so that neither way leaves the other its memory.
const [way, folder = ''] = process.argv.slice(2);
const files = await readdir(folder);
const photos = await Promise.all(files.map((name) => readFile(join(folder, name))));
const render = way === 'pipeline' ? throughPipeline : barely();
await render(photos[0] ?? Buffer.alloc(0));

const startedAt = performance.now();
const sizes = await Promise.all(photos.map(render));
const seconds = (performance.now() - startedAt) / 1_000;
const phase: ImagePhase = {
  images: photos.length,
  imagesPerSecond: photos.length / seconds,
  peakMb: await peakMemoryMb(),
  bytes: sizes.reduce((sum, size) => sum + size, 0),
};
process.stdout.write(`${JSON.stringify(phase)}\n`);

async function throughPipeline(photo: Buffer): Promise<number> {
  const rendered = await renderImage(photo);
  if (rendered.state === 'rejected') throw new Error(`Rejected: ${rendered.reason}.`);
  return rendered.image.bytes.length + rendered.thumbnail.bytes.length;
}

/** The same resizes and encodings, without a look at what comes in or goes out. */
function barely(): (photo: Buffer) => Promise<number> {
  sharp.cache(false);
  sharp.concurrency(1);
  const inTurn = limitConcurrency(availableParallelism());
  const resize = (photo: Buffer, side: number) =>
    sharp(photo)
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  return (photo) =>
    inTurn(async () => {
      const thumbnail = await resize(photo, 2 * THUMBNAIL_SIDE_PX)
        .webp(THUMBNAIL)
        .toBuffer();
      const image = await resize(photo, PUBLISHED_SIDE_MAX_PX).webp(LOSSY[0]).toBuffer();
      return thumbnail.length + image.length;
    });
}
