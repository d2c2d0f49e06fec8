import { broken, hostile, ready, tooLarge, type CorpusFile } from './corpus-file.ts';
import { plain, scene } from './scene.ts';
import { animation } from './webp-files.ts';

const TRAILER = 0x3b;

/** One pixel somewhere on the canvas: 25 bytes, and a decoder that composes frames redraws it all. */
const TINY_FRAME = Buffer.from('21f90401000000002c0000000001000100000202440100', 'hex');

/** A canvas of any size with many tiny frames. */
function manyFrames(width: number, height: number, count: number): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  const body = Array.from({ length: count }, () => TINY_FRAME);
  return Buffer.concat([head, ...body, Buffer.from([TRAILER])]);
}

export async function gifFiles(): Promise<CorpusFile[]> {
  const file = await scene().gif().toBuffer();
  return [
    ready('still.gif', file, { width: 240, height: 160 }),
    ready('transparent.gif', await scene().ensureAlpha(0).gif().toBuffer()),
    ready('animated.gif', await animation(6, 60, 40).gif().toBuffer(), { frames: 6 }),
    ready('120-frames.gif', await animation(120, 20, 10).gif().toBuffer(), { frames: 120 }),
    ready('121-frames.gif', await animation(121, 20, 10).gif().toBuffer()),
    ready('30-large-frames.gif', await animation(30, 1_000, 1_000).gif({ effort: 1 }).toBuffer()),
    ready('1x1.gif', await plain(1, 1).gif().toBuffer(), { width: 1, height: 1 }),
    ready('script.gif', Buffer.concat([file, Buffer.from('/*<script>1</script>*/')])),
    tooLarge('25-megapixels.gif', await plain(5_000, 5_000).gif({ effort: 1 }).toBuffer()),
    hostile('4000-frames.gif', manyFrames(10, 10, 4_000)),
    hostile('4000-frames-on-25-megapixels.gif', manyFrames(5_000, 5_000, 4_000)),
    hostile('100-frames-on-250-kilopixels.gif', manyFrames(500, 500, 100)),
    hostile('7-megapixels.gif', await plain(2_700, 2_700).gif({ effort: 1 }).toBuffer()),
    hostile('claims-65535.gif', manyFrames(65_535, 65_535, 2)),
    broken('half.gif', file.subarray(0, file.length / 2)),
    broken('header-only.gif', file.subarray(0, 13)),
    hostile('script-as-size.gif', Buffer.from('GIF89a=1;alert(1)//', 'latin1')),
  ];
}
