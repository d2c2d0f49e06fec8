import { randomUUID } from 'node:crypto';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import type { Attachment } from '@plaza/shared/attachment';
import { archivePath, messagePath } from '@plaza/shared/paths';
import { db } from './backend.ts';
import { expect, test, uniqueText, type Person } from './people.ts';
import { smallPicture } from './picture-files.ts';
import { startWatching, stopWatching } from './watched-row.ts';

const HOUR_MS = 60 * 60_000;

const PROCESSING: Attachment = {
  width: 800,
  height: 600,
  contentType: 'image/jpeg',
  placeholder: '',
  alt: '',
  state: 'processing',
  url: null,
  thumbUrl: null,
  reason: null,
};

/** In the archive nothing in the backend is set off: a picture is ready when the test says so. */
async function writePictures(count: number): Promise<string[]> {
  const beginning = uniqueText('With a picture');
  const batch = db.batch();
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const [index, messageId] of ids.entries()) {
    const createdAt = Timestamp.fromMillis(Date.now() - HOUR_MS + index * 1_000);
    batch.set(db.doc(archivePath(messageId)), {
      uid: `painter-${index}`,
      username: 'Somebody',
      text: `${beginning} no. ${index}`,
      createdAt,
      shard: 0,
      status: 'delivered',
      attachments: [{ ...PROCESSING, alt: `Picture ${index}` }],
      movedFrom: createdAt,
    });
  }
  await batch.commit();
  return ids;
}

function setPicture(messageId: string, change: Partial<Attachment>): Promise<unknown> {
  return db.doc(archivePath(messageId)).update({ attachments: [{ ...PROCESSING, ...change }] });
}

test('[RM19] [PI8] pictures that get ready, load or are rejected above and in view move nothing', async ({
  join,
}) => {
  const ids = await writePictures(24);
  const ada = await join('Ada', { viewport: { width: 900, height: 700 } });
  const row = (index: number) => ada.page.locator(`[data-message-id="${ids[index] ?? ''}"]`);
  const conversation = ada.page.getByRole('group', { name: 'Conversation' });
  await expect(async () => {
    await conversation.evaluate((box) => box.scrollBy(0, -300));
    await expect(row(9)).toBeInViewport({ ratio: 0.9, timeout: 100 });
  }).toPass({ intervals: [50] });
  const under = row(10);
  const before = await under.boundingBox();

  await startWatching(ada.page);
  const ready = { state: 'ready', url: '/icon.svg', thumbUrl: '/icon.svg' } as const;
  for (const index of [7, 9, 10]) await setPicture(ids[index] ?? '', ready);
  for (const index of [7, 9, 10]) {
    await expect(row(index).locator('img[data-loaded="true"]')).toHaveCount(1);
  }
  await setPicture(ids[8] ?? '', { state: 'rejected', reason: 'not-an-image' });
  await expect(row(8)).toContainText('could not be shown');
  expect(await stopWatching(ada.page)).toBeLessThanOrEqual(1);
  expect(await under.boundingBox()).toEqual(before);
});

async function openPicture(person: Person, alt: string) {
  const opener = person.page.getByRole('button', { name: `Open image: ${alt}` });
  await opener.click();
  const dialog = person.page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const picture = dialog.getByRole('img', { name: alt });
  await expect(picture).toBeVisible();
  const drawn = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(drawn).toBeGreaterThan(0);
  return { opener, picture };
}

async function sendPicture(person: Person, alt: string): Promise<void> {
  await person.page.locator('input[type=file]').setInputFiles([await smallPicture(alt)]);
  await person.page.getByLabel('Description of image 1').fill(alt);
  const text = uniqueText('Look');
  await person.write(text);
  await person.expectStatus(text, 'delivered');
}

/** More than the page holds around the view. */
async function flood(count: number): Promise<void> {
  const batch = db.batch();
  for (let index = 0; index < count; index += 1) {
    batch.set(db.doc(messagePath(randomUUID())), {
      uid: `flood-${index}`,
      username: 'Somebody',
      text: uniqueText('Water').repeat(9),
      createdAt: FieldValue.serverTimestamp(),
      shard: 0,
      status: 'delivered',
      attachments: [],
    });
  }
  await batch.commit();
}

test('[PI15] the full view stays when its message leaves the page', async ({ join }) => {
  const ada = await join('Ada');
  // Tall enough for a picture: else the press that opens it would scroll away from the end.
  const bob = await join('Bob', { viewport: { width: 700, height: 560 } });
  const conversation = bob.page.getByRole('group', { name: 'Conversation' });

  const field = uniqueText('A field');
  await sendPicture(ada, field);
  const deleted = await openPicture(bob, field);
  const own = ada.page
    .getByRole('listitem')
    .filter({ hasText: 'Look', has: ada.page.getByRole('button', { name: field }) });
  await own.hover();
  await own.getByRole('button', { name: 'Delete message' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(deleted.opener).not.toBeAttached();
  await expect(deleted.picture).toBeVisible();
  await bob.page.keyboard.press('Escape');
  await expect(deleted.picture).toHaveCount(0);
  await expect(conversation).toBeFocused();

  const water = uniqueText('A flood');
  await sendPicture(ada, water);
  const flooded = await openPicture(bob, water);
  await flood(70);
  await expect(flooded.opener).not.toBeAttached();
  await expect(flooded.picture).toBeVisible();
  await bob.page.keyboard.press('Escape');
  await expect(flooded.picture).toHaveCount(0);
  await expect(conversation).toBeFocused();
});
