import { imageDimensionsFromData } from 'image-dimensions';
import type { ImageContentType } from '@plaza/shared/attachment';
import {
  IMAGE_FILE_MAX_BYTES,
  IMAGE_FILE_MAX_PIXELS,
  PUBLISHED_SIDE_MAX_PX,
  UPLOAD_MAX_BYTES,
} from '@plaza/shared/limits';
import { bmpSize } from './bmp-size.ts';
import { drawScaled, type Size } from './draw-scaled.ts';
import { fitBytes } from './fit-bytes.ts';
import { stripGifAnimation } from './gif-animation.ts';
import { ImageProblemError } from './image-problem.ts';
import { placeholderOf } from './placeholder.ts';
import type { PreparedImage } from './prepared-image.ts';
import { sniffImage, type ImageFormat } from './sniff-image.ts';
import type { CreateSurface, Surface } from './surface.ts';
import { stripWebpAnimation } from './webp-animation.ts';

/** JPEG knows no transparency. */
const BEHIND_TRANSPARENCY = '#fff';
/** A PNG of more than this many times the limit does not fit without loss. */
const LOSSLESS_HOPE = 4;
/** Enough to tell what a file is. */
const HEAD_BYTES = 4_096;

export type PreparedFile = Omit<PreparedImage, 'alt'>;

/** What is encoded, and in how many pixels. */
interface Encoded extends Size {
  readonly size: number;
  readonly blob: Blob;
}

/**
 * Makes of a file what can be sent: upright, scaled, encoded anew without metadata, within the bytes.
 * @throws ImageProblemError
 */
export async function prepareImage(
  file: Blob,
  createSurface: CreateSurface,
): Promise<PreparedFile> {
  const { bytes, format } = await inspect(file);
  const film = stripAnimation(bytes, format);
  // As it will be sent: what is taken away may have turned it.
  const bitmap = await decode(film?.bytes ?? bytes, format);
  try {
    const whole = drawScaled(bitmap, PUBLISHED_SIDE_MAX_PX, createSurface);
    // A film's head may tell less than its first frame has.
    const size = { width: bitmap.width, height: bitmap.height };
    bitmap.close();
    const { canvas } = whole.context;
    const placeholder = placeholderOf(canvas, createSurface);
    if (film !== null && Math.max(size.width, size.height) <= PUBLISHED_SIDE_MAX_PX) {
      return { ...film, ...size, placeholder };
    }
    const picture =
      format === 'png' && bytes.length <= LOSSLESS_HOPE * UPLOAD_MAX_BYTES
        ? await encodeLossless(whole)
        : null;
    const { blob, width, height } = picture ?? (await encodeLossy(canvas, createSurface));
    return {
      bytes: new Uint8Array(await blob.arrayBuffer()),
      contentType: blob.type as ImageContentType,
      width,
      height,
      placeholder,
    };
  } catch (error) {
    throw new ImageProblemError('failed', error);
  }
}

interface Inspected {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly format: ImageFormat;
}

/** Nothing is decoded before its size is known: a decoder out of memory takes the page along. */
async function inspect(file: Blob): Promise<Inspected> {
  if (file.size === 0) throw new ImageProblemError('empty');
  const format = sniffImage(await read(file.slice(0, HEAD_BYTES)));
  if (format === null) throw new ImageProblemError('not-an-image');
  if (format === 'svg') throw new ImageProblemError('svg');
  if (file.size > IMAGE_FILE_MAX_BYTES) throw new ImageProblemError('file-too-large');
  const bytes = await read(file);
  // Undefined where the file tells it in a way that we do not read.
  const size = format === 'bmp' ? bmpSize(bytes) : imageDimensionsFromData(bytes);
  if (size !== undefined && size.width * size.height > IMAGE_FILE_MAX_PIXELS) {
    throw new ImageProblemError('too-many-pixels');
  }
  return { bytes, format };
}

async function read(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new ImageProblemError('unreadable', error);
  }
}

async function decode(bytes: Uint8Array<ArrayBuffer>, format: ImageFormat): Promise<ImageBitmap> {
  try {
    const blob = new Blob([bytes], { type: `image/${format}` });
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch (error) {
    throw new ImageProblemError(format === 'heic' ? 'heic' : 'unreadable', error);
  }
}

/** A film that fits stays one; what does not fit becomes its first frame. */
function stripAnimation(
  file: Uint8Array,
  format: ImageFormat,
): Pick<PreparedFile, 'bytes' | 'contentType'> | null {
  if (format !== 'gif' && format !== 'webp') return null;
  const bytes = format === 'gif' ? stripGifAnimation(file) : stripWebpAnimation(file);
  if (bytes === null || bytes.length > UPLOAD_MAX_BYTES) return null;
  return { bytes, contentType: `image/${format}` };
}

/** Screenshots and drawings keep their sharp edges, if that fits. */
async function encodeLossless({ toBlob, width, height }: Surface & Size): Promise<Encoded | null> {
  const blob = await toBlob('image/png');
  return blob.size <= UPLOAD_MAX_BYTES ? { blob, size: blob.size, width, height } : null;
}

async function encodeLossy(
  whole: CanvasImageSource & Size,
  createSurface: CreateSurface,
): Promise<Encoded> {
  const writesWebp = (await createSurface(1, 1).toBlob('image/webp')).type === 'image/webp';
  const type = writesWebp ? 'image/webp' : 'image/jpeg';
  const background = writesWebp ? undefined : BEHIND_TRANSPARENCY;
  const longestPx = Math.max(whole.width, whole.height);
  return fitBytes(longestPx, UPLOAD_MAX_BYTES, async (sidePx, quality) => {
    const { toBlob, width, height } = drawScaled(whole, sidePx, createSurface, background);
    const blob = await toBlob(type, quality);
    return { blob, size: blob.size, width, height };
  });
}
