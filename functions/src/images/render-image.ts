import { availableParallelism } from 'node:os';
import type { Metadata, Sharp, SharpOptions, WebpOptions } from 'sharp';
import type { RejectionReason } from '@plaza/shared/attachment';
import {
  IMAGE_MAX_BYTES,
  IMAGE_MAX_FRAMES,
  IMAGE_MAX_PIXELS,
  IMAGE_MAX_SECONDS,
  JPEG_MAX_SCANS,
  PUBLISHED_SIDE_MAX_PX,
  THUMBNAIL_DENSE_MAX_BYTES,
  THUMBNAIL_SIDE_PX,
} from '@plaza/shared/limits';
import { limitConcurrency } from '../platform/limit-concurrency.ts';
import { countScans } from './count-scans.ts';
import { isArithmetic } from './is-arithmetic.ts';
import { loadSharp } from './load-sharp.ts';
import { withoutExtras } from './without-extras.ts';

/** WebP, in pixels as shown. */
export interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

export type RenderedImage =
  | { readonly state: 'ready'; readonly image: Picture; readonly thumbnail: Picture }
  | { readonly state: 'rejected'; readonly reason: RejectionReason };

const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif']);

class TooSlowError extends Error {
  override name = 'TooSlowError';
}

/** The first one that fits the bytes is taken. The measurements are in docs/decisions/0002. */
export const LOSSY: readonly WebpOptions[] = [80, 60, 40].map((quality) => ({
  quality,
  effort: 1,
}));
/** Screenshots and drawings keep their sharp edges, and mostly become smaller. */
const LOSSLESS: WebpOptions = { lossless: true, effort: 1 };
const ANIMATED: readonly WebpOptions[] = [75, 50].map((quality) => ({ quality, effort: 1 }));
/** Everybody in the room loads it, so the time for a smaller one is well spent. */
export const THUMBNAIL: WebpOptions = { quality: 75, effort: 4 };
const DECODER_MAX_BYTES = 64_000_000;
const SMALLER_SIDES_PX = [1_024, 512, 256];

const inTurn = limitConcurrency(availableParallelism());

/**
 * Makes of a stranger's bytes what others may load: decoded, upright, without metadata, encoded
 * anew, at most `IMAGE_MAX_BYTES`, with a still thumbnail. It never throws for what the bytes are.
 * As many at once as there are cores, so that memory stays bounded; others wait.
 */
export function renderImage(
  bytes: Buffer,
  maxSeconds: number = IMAGE_MAX_SECONDS,
): Promise<RenderedImage> {
  return inTurn(() => render(withoutExtras(bytes), maxSeconds));
}

/** Opens the image anew for each encoding: a pipeline of sharp reads its input once. */
type Open = (options?: SharpOptions) => Sharp;

async function render(bytes: Buffer, maxSeconds: number): Promise<RenderedImage> {
  const sharp = await loadSharp();
  const metadata = await readMetadata(() => sharp(bytes, { limitInputPixels: false }));
  if (metadata === null) return { state: 'rejected', reason: 'not-an-image' };
  if (isTooLarge(metadata)) return { state: 'rejected', reason: 'too-many-pixels' };
  // Before it is decoded: that is one step, which no timeout ends.
  if (metadata.format === 'jpeg' && (countScans(bytes) > JPEG_MAX_SCANS || isArithmetic(bytes)))
    return { state: 'rejected', reason: 'too-slow' };
  const openFor =
    (milliseconds: number): Open =>
    (options) =>
      sharp(bytes, { limitInputPixels: IMAGE_MAX_PIXELS, autoOrient: true, ...options }).timeout({
        seconds: secondsUntil(startedAt + milliseconds),
      });
  const startedAt = performance.now();
  const open = openFor(maxSeconds * 1_000);
  try {
    const thumbnail = await renderThumbnail(open);
    // A film gets half of the time, so that there is enough left for its first frame.
    const film = await renderAnimation(openFor(maxSeconds * 500), metadata);
    return { state: 'ready', image: film ?? (await renderStill(open, metadata)), thumbnail };
  } catch (error) {
    return { state: 'rejected', reason: isTooSlow(error) ? 'too-slow' : 'not-an-image' };
  }
}

async function readMetadata(open: Open): Promise<Metadata | null> {
  try {
    const metadata = await open().metadata();
    return FORMATS.has(metadata.format) ? metadata : null;
  } catch {
    return null;
  }
}

function isTooLarge(metadata: Metadata): boolean {
  const pixels = metadata.width * metadata.height;
  return pixels > IMAGE_MAX_PIXELS || pixels * bytesPerPixel(metadata) > DECODER_MAX_BYTES;
}

/** What a decoder holds of the whole image at once: nothing, where it goes line by line. */
function bytesPerPixel({ format, channels, depth, isProgressive }: Metadata): number {
  const bytesPerSample = depth === 'uchar' ? 1 : 2;
  if (format === 'gif') return 8;
  if (format === 'webp') return 4;
  if (!isProgressive) return 0;
  return format === 'jpeg' ? 2 * channels : bytesPerSample * channels;
}

async function renderStill(open: Open, { format }: Metadata): Promise<Picture> {
  const encodings = format === 'png' ? [LOSSLESS, ...LOSSY] : LOSSY;
  const [first, ...others] = encodings;
  let picture = await encode(open(), PUBLISHED_SIDE_MAX_PX, first);
  for (const encoding of others) {
    if (picture.bytes.length <= IMAGE_MAX_BYTES) return picture;
    picture = await encode(open(), PUBLISHED_SIDE_MAX_PX, encoding);
  }
  for (const side of SMALLER_SIDES_PX) {
    if (picture.bytes.length <= IMAGE_MAX_BYTES) return picture;
    picture = await encode(open(), side, LOSSY.at(-1));
  }
  return picture;
}

/** All frames, or null if there is one only, or they are too many, too large or too slow. */
async function renderAnimation(open: Open, metadata: Metadata): Promise<Picture | null> {
  const { width, height, pages = 1 } = metadata;
  if (pages === 1 || pages > IMAGE_MAX_FRAMES) return null;
  if (width * height * pages > IMAGE_MAX_PIXELS) return null;
  try {
    for (const encoding of ANIMATED) {
      const frames = open({ autoOrient: false, animated: true });
      const picture = await encode(frames, PUBLISHED_SIDE_MAX_PX, encoding);
      if (picture.bytes.length <= IMAGE_MAX_BYTES) return picture;
    }
  } catch {
    // The first frame may be well all the same.
  }
  return null;
}

async function renderThumbnail(open: Open): Promise<Picture> {
  const dense = await encode(open(), 2 * THUMBNAIL_SIDE_PX, THUMBNAIL);
  if (dense.bytes.length <= THUMBNAIL_DENSE_MAX_BYTES) return dense;
  return encode(open(), THUMBNAIL_SIDE_PX, THUMBNAIL);
}

async function encode(image: Sharp, side: number, options?: WebpOptions): Promise<Picture> {
  const { data, info } = await image
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp(options)
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.pageHeight ?? info.height };
}

/**
 * For sharp, which counts in whole seconds.
 *
 * @throws TooSlowError when there are none left
 */
function secondsUntil(deadline: number): number {
  const seconds = Math.ceil((deadline - performance.now()) / 1_000);
  if (seconds < 1) throw new TooSlowError();
  return seconds;
}

/** What sharp throws after its seconds has a message, and no code. */
function isTooSlow(error: unknown): boolean {
  return (
    error instanceof TooSlowError || (error instanceof Error && /timeout/i.test(error.message))
  );
}
