import { expect, test } from 'vitest';
import { isArithmetic } from './is-arithmetic.ts';

const START = [0xff, 0xd8];
const FRAME = [0xff, 0xca, 0, 2];
const SCAN = [0xff, 0xda, 0, 2];

test.each([
  ['at once', [0xff, 0xc9, 0, 2]],
  ['behind a segment', [0xff, 0xe1, 0, 4, 0xff, 0xda, ...FRAME]],
  ['behind a segment of less than its length', [0xff, 0xe1, 0, 0, ...FRAME]],
  ['behind fill bytes', [0xff, 0xff, ...FRAME]],
  ['behind what is no segment', [0x12, 0xff, 0x00, 0xff, 0x01, 0xff, 0xd0, ...FRAME]],
])('[FN6] a JPEG is of arithmetic coding if its frame says so: %s', (_, bytes) => {
  expect(isArithmetic(Buffer.from([...START, ...bytes]))).toBe(true);
});

test.each([
  ['of Huffman coding', [0xff, 0xc2, 0, 2, ...SCAN]],
  ['with bytes within a segment that look like it', [0xff, 0xe1, 0, 6, ...FRAME, ...SCAN]],
  ['with bytes behind its pixels that look like it', [0xff, 0xc0, 0, 2, ...SCAN, ...FRAME]],
  ['that ends in its header', [0xff, 0xe1, 0]],
  ['that ends in a marker', [0xff]],
  ['that ends', []],
])('[FN6] no JPEG is of arithmetic coding otherwise: one %s', (_, bytes) => {
  expect(isArithmetic(Buffer.from([...START, ...bytes]))).toBe(false);
});
