import sharp from 'sharp';
import type { Page } from '@playwright/test';
import { PHONE_EXIF, plain, scene, SECRET_XMP } from '../functions/corpus/scene.ts';

declare global {
  interface Window {
    holding?: ReturnType<typeof setInterval>;
  }
}

/** A file as Playwright's file choosers take it. */
export interface PictureFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export function file(name: string, mimeType: string, buffer: Buffer | string): PictureFile {
  return { name, mimeType, buffer: Buffer.from(buffer) };
}

let photo: Promise<Buffer> | undefined;

/** As a phone takes it: 12 megapixels with grain, lying on its side, and telling where and with what. */
export async function phonePhoto(name = 'photo.jpg'): Promise<PictureFile> {
  photo ??= takePhoto();
  return file(name, 'image/jpeg', await photo);
}

async function takePhoto(): Promise<Buffer> {
  const size = { width: 4_032, height: 3_024 };
  const tile = await sharp({
    create: {
      width: 512,
      height: 512,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return scene(size)
    .composite([{ input: tile, tile: true, blend: 'soft-light' }])
    .jpeg({ quality: 90 })
    .withExif(PHONE_EXIF)
    .withXmp(SECRET_XMP)
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** A small picture of one colour. */
export async function smallPicture(name: string, width = 320, height = 240): Promise<PictureFile> {
  return file(name, 'image/png', await plain(width, height).png().toBuffer());
}

/**
 * Dispatches what a browser does when files come above an element of the page, which goes on as long
 * as they are held there, or leave it or are dropped on it.
 */
export async function drag(
  page: Page,
  type: 'dragenter' | 'dragleave' | 'drop',
  files: readonly PictureFile[],
  selector = 'body',
): Promise<void> {
  const encoded = files.map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') }));
  await page.evaluate(
    ({ type, encoded, selector }) => {
      const dataTransfer = new DataTransfer();
      for (const { name, base64 } of encoded) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name));
      }
      const target = document.querySelector(selector);
      const dispatch = (type: string) =>
        target?.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }),
        );
      dispatch(type);
      clearInterval(window.holding);
      if (type === 'dragenter') window.holding = setInterval(() => dispatch('dragover'), 50);
    },
    { type, encoded, selector },
  );
}
