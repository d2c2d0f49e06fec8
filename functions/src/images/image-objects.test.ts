import { Timestamp } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { imageObject, thumbnailObject, type MessageIdentity } from './image-objects.ts';

const KEY = Buffer.alloc(32, 7);
const MESSAGE: MessageIdentity = {
  messageId: 'a-message-of-somebody',
  createdAt: new Timestamp(1_790_000_000, 123_456_000),
};
const A_MICROSECOND_LATER = { ...MESSAGE, createdAt: new Timestamp(1_790_000_000, 123_457_000) };

test('[FN35] each image of each message has a place of its own, whatever its id', () => {
  const objects = [MESSAGE, A_MICROSECOND_LATER].flatMap((message) =>
    [0, 1].flatMap((index) => [
      imageObject(KEY, message, index),
      thumbnailObject(KEY, message, index),
    ]),
  );
  expect(new Set(objects.map(({ path }) => path.split('/')[2])).size).toBe(8);
  expect(new Set(objects.map(({ token }) => token)).size).toBe(8);
});

test('[FN35] places are the same whenever they are asked for, in each version of what is deployed', () => {
  expect(imageObject(KEY, MESSAGE, 0)).toMatchInlineSnapshot(`
    {
      "path": "attachments/a-message-of-somebody/c2e0a6bf7f6c826710ffe476b2678b22",
      "token": "c4fd697d2d3cbf604546fd2daa32e688",
    }
  `);
});
