import type { CorpusFile } from './corpus-file.ts';
import { foreignFiles } from './foreign-files.ts';
import { gifFiles } from './gif-files.ts';
import { jpegFiles } from './jpeg-files.ts';
import { pngFiles } from './png-files.ts';
import { webpFiles } from './webp-files.ts';

/** Hostile and odd files, all made here. */
export async function makeCorpus(): Promise<CorpusFile[]> {
  const files = [];
  // One after the other: each makes a few large images.
  for (const make of [jpegFiles, pngFiles, webpFiles, gifFiles, foreignFiles]) {
    files.push(...(await make()));
  }
  return files;
}
