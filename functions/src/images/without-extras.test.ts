import { expect, test } from 'vitest';
import { withoutExtras } from './without-extras.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, body: Buffer = Buffer.from('body'), length = body.length): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body, Buffer.from('sum!')]);
}

const NONE = Buffer.alloc(0);
const [header, pixels, end] = [chunk('IHDR'), chunk('IDAT'), chunk('IEND', NONE)];

function png(...chunks: Buffer[]): Buffer {
  return Buffer.concat([SIGNATURE, header, ...chunks]);
}

test.each([
  ['texts', [chunk('tEXt'), chunk('zTXt'), chunk('iTXt'), pixels, end]],
  ['texts behind the pixels', [pixels, chunk('zTXt', NONE), chunk('zTXt'), end]],
  ['a long profile', [chunk('iCCP', Buffer.alloc(8_001)), pixels, end]],
  ['a text that does not end', [pixels, end, chunk('zTXt', NONE, 5)]],
  ['a text of the longest length', [pixels, end, chunk('zTXt', NONE, 0xffffffff)]],
])('[FN8] a PNG loses what may become large: %s', (_, chunks) => {
  expect(withoutExtras(png(...chunks))).toEqual(png(pixels, end));
});

test.each([
  [
    'a PNG without any',
    png(chunk('eXIf'), chunk('iCCP', Buffer.alloc(8_000)), chunk('tRNS'), pixels, end),
  ],
  ['what is within a chunk', png(chunk('IDAT', chunk('tEXt')), end)],
  ['a chunk that does not end', png(chunk('IDAT', NONE, 5))],
  ['a chunk of the longest length', png(chunk('IDAT', NONE, 0xffffffff), chunk('tEXt'))],
  ['half of a head', png(pixels, chunk('zTXt').subarray(0, 7))],
  ['a signature', SIGNATURE],
  ['half of a signature', SIGNATURE.subarray(0, 4)],
  ['another file', Buffer.concat([Buffer.from([0xff, 0xd8]), png(chunk('tEXt'))])],
  ['nothing', Buffer.alloc(0)],
])('[FN8] it stays as it is: %s', (_, bytes) => {
  expect(withoutExtras(bytes)).toEqual(bytes);
});
