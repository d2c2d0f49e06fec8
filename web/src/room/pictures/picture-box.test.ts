import { expect, test } from 'vitest';
import { pictureBoxOf } from './picture-box.ts';

test.for([
  ['a photo', 2_048, 1_536, 320, 240],
  ['a photo on end', 1_536, 2_048, 240, 320],
  ['a small picture', 100, 80, 100, 80],
  ['an icon', 16, 16, 44, 44],
  ['a line', 10_000, 1, 320, 128],
  ['a column', 1, 10_000, 128, 320],
] as const)('[PI8] %s takes its room', ([, width, height, widthPx, heightPx]) => {
  expect(pictureBoxOf({ width, height })).toEqual({ widthPx, heightPx });
});
