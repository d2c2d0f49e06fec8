import { expect, test } from 'vitest';
import { bmpSize } from './bmp-size.ts';

function bmpHead(headBytes: number, size: readonly number[]): Buffer {
  const head = Buffer.alloc(26);
  head.write('BM');
  head.writeUInt32LE(headBytes, 14);
  for (const [index, value] of size.entries()) {
    if (headBytes === 12) head.writeUInt16LE(value, 18 + 2 * index);
    else head.writeInt32LE(value, 18 + 4 * index);
  }
  return head;
}

test.for([
  ['whose rows begin below', bmpHead(40, [70_000, 90_000]), 70_000, 90_000],
  ['whose rows begin above', bmpHead(124, [320, -240]), 320, 240],
  ['of the oldest kind', bmpHead(12, [40_000, 240]), 40_000, 240],
] as const)('[PI5] the size of a BMP %s is known', ([, head, width, height]) => {
  expect(bmpSize(head)).toEqual({ width, height });
});

test('[PI5] a BMP that ends too early tells no size', () => {
  expect(bmpSize(bmpHead(40, [8, 8]).subarray(0, 25))).toBeUndefined();
});
