import sharp from 'sharp';
import { expect, test } from 'vitest';
import { userPath } from '@plaza/shared/paths';
import { createMessage, untilDelivered } from './messages.ts';
import { photo } from './photo.ts';
import { deployedProject } from './projects.ts';
import { objectsOf, uploadsOf } from './stored-objects.ts';

const backend = deployedProject();
const { db } = backend;

test('[FN1] a created message becomes delivered through the real trigger', async () => {
  const messageId = await createMessage(db);
  expect(await untilDelivered(db, messageId)).toMatchObject({ text: 'Hello', attachments: [] });
});

test('[FN3] images become ready, can be loaded without an account, and are cached for ever', async () => {
  const messageId = await createMessage(db, { images: [await photo('#246'), await photo('#642')] });
  const { attachments } = await untilDelivered(db, messageId);
  expect(attachments).toHaveLength(2);
  for (const attachment of attachments) {
    expect(attachment).toMatchObject({
      state: 'ready',
      contentType: 'image/webp',
      width: 1_200,
      height: 900,
      alt: 'A test',
    });
    for (const [url, side] of [
      [attachment.url, 1_200],
      [attachment.thumbUrl, 640],
    ] as const) {
      const response = await fetch(url ?? '');
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('image/webp');
      expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
      const metadata = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      expect(metadata).toMatchObject({ format: 'webp', width: side });
      const withoutToken = await fetch((url ?? '').replace(/token=\w+/, 'token=guess'));
      expect(withoutToken.ok).toBe(false);
    }
  }
  expect(new Set(attachments.flatMap(({ url, thumbUrl }) => [url, thumbUrl])).size).toBe(4);
  expect(await objectsOf(backend, messageId)).toHaveLength(4);
  expect(await uploadsOf(backend, messageId)).toBe(0);
});

test('[FN6] what is no image is rejected with its reason, and all else is delivered', async () => {
  const images = [Buffer.from('<svg/>'), null, await photo()];
  const messageId = await createMessage(db, { text: 'Look', images });
  const message = await untilDelivered(db, messageId);
  expect(message.text).toBe('Look');
  expect(message.attachments).toMatchObject([
    { state: 'rejected', reason: 'not-an-image', url: null, thumbUrl: null },
    { state: 'rejected', reason: 'missing', url: null, thumbUrl: null },
    { state: 'ready', reason: null },
  ]);
  expect(await uploadsOf(backend, messageId)).toBe(0);
});

test('[FN10] a message that was queued under an old name is delivered under the present one', async () => {
  await db.doc(userPath('renamed-ada')).set({ username: 'Lovelace' });
  const messageId = await createMessage(db, { uid: 'renamed-ada', username: 'Ada' });
  expect(await untilDelivered(db, messageId)).toMatchObject({ username: 'Lovelace' });
});
