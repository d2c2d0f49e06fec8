import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import sharp from 'sharp';
import {
  PLACEHOLDER_MAX_CHARS,
  PUBLISHED_SIDE_MAX_PX,
  UPLOAD_MAX_BYTES,
} from '@plaza/shared/limits';
import { animation } from '../functions/corpus/webp-files.ts';
import { sendBrokenPictures } from './backend-messages.ts';
import { keptImages } from './kept-images.ts';
import { expect, test, uniqueText, type Person } from './people.ts';
import { file, phonePhoto, smallPicture, type PictureFile } from './picture-files.ts';

const DATABASE = /google\.firestore\.v1\.Firestore/;
const STORED_IMAGES = /\/v0\/b\/.*\/o\//;

async function pick({ page }: Person, files: PictureFile[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(files);
  await expect(page.getByLabel(/^Description of image/)).toHaveCount(files.length);
}

async function sendPictures(person: Person, text: string, names: string[]): Promise<void> {
  await pick(person, await Promise.all(names.map((name) => smallPicture(name))));
  for (const [index, name] of names.entries()) {
    await person.page.getByLabel(`Description of image ${index + 1}`).fill(name);
  }
  await person.write(text);
  await person.expectStatus(text, 'delivered');
}

/** The widths of what is really drawn: 0 for what has not been loaded. */
async function expectDrawn(image: Locator): Promise<void> {
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0);
}

/** The colours in the middle of the four quarters, each channel as 0 or 1. */
async function quartersOf(bytes: Buffer): Promise<string[]> {
  const { data, info } = await sharp(bytes)
    .flatten({ background: '#000' })
    .resize(4, 4, { fit: 'fill', kernel: 'nearest' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [0, 3, 12, 15].map((pixel) =>
    [...data.subarray(pixel * info.channels, pixel * info.channels + 3)]
      .map((channel) => (channel > 100 ? 1 : 0))
      .join(''),
  );
}

const [RED, GREEN, BLUE, WHITE] = ['100', '010', '001', '111'];

test('[PI1] [PI7] [PI8] [PI10] [PI14] a phone’s photo is sent small, upright and bare, and seen at once', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const text = uniqueText('From my phone');
  const description = uniqueText('Four fields');
  await ada.context.route(DATABASE, (route) => route.abort());
  await pick(ada, [await phonePhoto()]);
  await ada.page.getByLabel('Description of image 1').fill(description);
  await ada.write(text);
  await expectDrawn(ada.page.getByRole('img', { name: description }));

  const [sent] = await keptImages(ada.page, 'plaza-outbox');
  if (sent === undefined) throw new Error('The outbox keeps no image.');
  const { format, width, height, exif, xmp, orientation } = await sharp(sent.bytes).metadata();
  expect(sent.bytes.length).toBeLessThanOrEqual(UPLOAD_MAX_BYTES);
  expect(`image/${format}`).toBe(sent.contentType);
  expect({ width, height }).toEqual({ width: sent.width, height: sent.height });
  expect(height).toBeLessThanOrEqual(PUBLISHED_SIDE_MAX_PX);
  expect(height / width).toBeCloseTo(4 / 3, 2);
  expect({ exif, xmp, orientation }).toEqual({});
  expect(sent.placeholder.length).toBeLessThanOrEqual(PLACEHOLDER_MAX_CHARS);
  expect(await quartersOf(sent.bytes)).toEqual([BLUE, RED, WHITE, GREEN]);

  await ada.page.reload();
  await expectDrawn(ada.page.getByRole('img', { name: description }));

  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await bob.context.route(STORED_IMAGES, async (route) => {
    await released;
    await route.continue();
  });
  await ada.context.unroute(DATABASE);
  await ada.expectStatus(text, 'delivered');
  const opener = bob.page.getByRole('button', { name: `Open image: ${description}` });
  const before = await opener.boundingBox();
  const thumbnail = opener.getByRole('img', { name: description });
  expect(await thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(0);
  release();
  await expectDrawn(thumbnail);
  expect(await opener.boundingBox()).toEqual(before);
  await expectDrawn(ada.page.getByRole('img', { name: description }));

  await opener.click();
  const download = bob.page.waitForEvent('download');
  await bob.page.getByRole('button', { name: 'Download' }).click();
  const published = await readFile(await (await download).path());
  expect(await quartersOf(published)).toEqual([BLUE, RED, WHITE, GREEN]);
  expect((await sharp(published).metadata()).exif).toBeUndefined();
});

for (const where of ['in a worker', 'in the page where a worker has no canvas']) {
  test(`[PI3] [PI4] [PI6] drawings stay sharp and transparent, films go on, photos fit: ${where}`, async ({
    visit,
  }) => {
    const ada = await visit('Ada');
    if (where !== 'in a worker') {
      await ada.context.addInitScript(() => Reflect.deleteProperty(window, 'OffscreenCanvas'));
    }
    await ada.signUp();
    const drawing = await sharp({
      create: {
        width: 400,
        height: 300,
        channels: 4,
        background: { r: 200, g: 0, b: 0, alpha: 0 },
      },
    })
      .png()
      .toBuffer();
    await pick(ada, [
      file('drawing.png', 'image/png', drawing),
      file('film.gif', 'image/gif', await animation(6, 60, 40).gif().toBuffer()),
      await phonePhoto(),
      file('wide.gif', 'image/gif', await animation(2, 12_000, 8).gif().toBuffer()),
    ]);
    await expect
      .poll(async () =>
        (await keptImages(ada.page, 'plaza-drafts')).map(({ contentType }) => contentType),
      )
      .toEqual(['image/png', 'image/gif', 'image/webp', 'image/webp']);
    const [still, film, photo, wide] = await keptImages(ada.page, 'plaza-drafts');
    const { channels, data } = await sharp(still?.bytes)
      .raw()
      .toBuffer({ resolveWithObject: true })
      .then(({ data, info }) => ({ channels: info.channels, data }));
    expect(channels).toBe(4);
    expect(data[3]).toBe(0);
    expect(await sharp(film?.bytes, { animated: true }).metadata()).toMatchObject({ pages: 6 });
    expect(film).toMatchObject({ width: 60, height: 40 });
    expect(wide).toMatchObject({ width: PUBLISHED_SIDE_MAX_PX, height: 1 });
    expect(photo?.bytes.length).toBeLessThanOrEqual(UPLOAD_MAX_BYTES);
  });
}

test('[PI9] a picture that was rejected says why, in the room that it would take', async ({
  join,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('Look at these');
  await sendBrokenPictures(ada.username, text);
  const message = ada.messages(text);
  await expect(message).toContainText('its file is damaged or of an unknown kind');
  await expect(message).toContainText('did not arrive');
  await expect(message).toContainText('What was broken');
  await expect(message.getByRole('button', { name: /^Open image/ })).toHaveCount(0);
});

test('[PI11] [PI12] the full view by keyboard alone: open, turn, zoom, close, and back', async ({
  join,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('Three of them');
  await sendPictures(ada, text, ['A', 'B', 'C']);
  const opener = ada.messages(text).getByRole('button', { name: 'Open image: B' });
  await opener.focus();
  await opener.press('Enter');
  const view = ada.page.getByRole('dialog', { name: `Picture by ${ada.username}` });
  await expect(view.getByRole('status')).toHaveText(/2 of 3\s*B/);
  await expectDrawn(view.getByRole('img', { name: 'B' }));

  for (let count = 0; count < 8; count += 1) {
    await ada.page.keyboard.press('Tab');
    // Between the last control and the first one Chromium has the focus nowhere.
    const isOutside = await ada.page.evaluate(
      () => document.activeElement?.matches('body, dialog, dialog *') === false,
    );
    expect(isOutside).toBe(false);
  }
  await view.getByRole('button', { name: 'Close' }).focus();
  await ada.page.keyboard.press('ArrowRight');
  await expect(view.getByRole('status')).toHaveText(/3 of 3\s*C/);
  await ada.page.keyboard.press('ArrowRight');
  await expect(view.getByRole('status')).toHaveText(/1 of 3\s*A/);
  await ada.page.keyboard.press('ArrowLeft');
  await expect(view.getByRole('status')).toHaveText(/3 of 3\s*C/);
  for (const [key, scale] of [
    ['+', '1.5'],
    ['-', '1'],
    ['+', '1.5'],
    ['0', '1'],
  ] as const) {
    await ada.page.keyboard.press(key);
    await expect(view.locator('[data-scale]')).toHaveAttribute('data-scale', scale);
  }
  await ada.page.keyboard.press('Escape');
  await expect(view).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('[PI16] a picture that does not load at first is asked for again', async ({ join }) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const alt = uniqueText('Late');
  const failures = new Map<string, number>();
  await bob.context.route(STORED_IMAGES, (route) => {
    const url = route.request().url();
    failures.set(url, (failures.get(url) ?? 0) + 1);
    return (failures.get(url) ?? 0) > 1 ? route.continue() : route.abort();
  });
  await sendPictures(ada, uniqueText('In a tunnel'), [alt]);
  await expectDrawn(bob.page.getByRole('img', { name: alt }));
  await bob.page.getByRole('button', { name: `Open image: ${alt}` }).click();
  const view = bob.page.getByRole('dialog');
  await expectDrawn(view.getByRole('img', { name: alt }));
  await expect(view.getByRole('alert')).toHaveCount(0);
});

test('[PI16] a thumbnail is asked for again when the network is back', async ({ join }) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const alt = uniqueText('Out of the tunnel');
  const tries: string[] = [];
  await bob.context.route(STORED_IMAGES, (route) => {
    tries.push(route.request().url());
    return route.abort();
  });
  await sendPictures(ada, uniqueText('In a tunnel'), [alt]);
  const thumbnail = bob.page.getByRole('img', { name: alt }).and(bob.page.locator('[src]'));
  const address = await thumbnail.getAttribute('src');
  const count = () => tries.filter((url) => url === address).length;
  await expect.poll(count).toBe(4);
  await bob.context.setOffline(true);
  await expect.poll(count).toBe(5);
  await bob.context.unroute(STORED_IMAGES);
  await bob.context.setOffline(false);
  await expectDrawn(thumbnail);
});

test('[PI17] a press under which the thumbnail arrives opens the full view', async ({ join }) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const alt = uniqueText('Just in time');
  let press = () => {};
  const isPressed = new Promise<void>((resolve) => {
    press = resolve;
  });
  await bob.context.route(STORED_IMAGES, async (route) => {
    await isPressed;
    await route.continue();
  });
  await sendPictures(ada, uniqueText('Quick'), [alt]);
  await bob.page.getByRole('button', { name: `Open image: ${alt}` }).hover();
  await bob.page.mouse.down();
  press();
  await expectDrawn(bob.page.getByRole('img', { name: alt }));
  await bob.page.mouse.up();
  await expect(bob.page.getByRole('dialog')).toBeVisible();
});

test('[PI18] a full view that does not load leaves the room as it is, and can be tried again', async ({
  join,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('A meadow');
  await sendPictures(ada, text, ['A']);
  await ada.composer().fill('Half a thought');
  await ada.page.route('**/assets/lightbox-*', (route) => route.fulfill({ status: 404 }));
  const opener = ada.messages(text).getByRole('button', { name: 'Open image: A' });
  const view = ada.page.getByRole('dialog', { name: `Picture by ${ada.username}` });
  await opener.click();
  await expect(view).toContainText('could not be loaded');
  await view.getByRole('button', { name: 'Cancel' }).click();
  await expect(ada.composer()).toHaveValue('Half a thought');

  await opener.click();
  await expect(view).toContainText('could not be loaded');
  await ada.page.unrouteAll();
  await view.getByRole('button', { name: 'Try again' }).click();
  await expectDrawn(view.getByRole('img', { name: 'A' }));
  const box = await view.boundingBox();
  expect(box?.width).toBe(ada.page.viewportSize()?.width);
  await ada.page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await expect(ada.composer()).toHaveValue('Half a thought');
});

test('[PI12] [PI13] the full view by mouse: wheel, double click, swipe; and when it cannot be loaded', async ({
  join,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('Two of them');
  await sendPictures(ada, text, ['A', 'B']);
  await ada.context.route(STORED_IMAGES, (route) =>
    route.request().url().includes('attachments') ? route.abort() : route.continue(),
  );
  await ada.messages(text).getByRole('button', { name: 'Open image: A' }).click();
  const view = ada.page.getByRole('dialog');
  await expect(view.getByRole('alert')).toContainText('could not be loaded');
  await ada.context.unroute(STORED_IMAGES);
  await view.getByRole('button', { name: 'Try again' }).press('Enter');
  await expectDrawn(view.getByRole('img', { name: 'A' }));
  await ada.page.keyboard.press('ArrowRight');
  await expect(view.getByRole('status')).toHaveText(/2 of 2\s*B/);
  await ada.page.keyboard.press('ArrowLeft');
  await expect(view.getByRole('status')).toHaveText(/1 of 2\s*A/);

  const picture = view.locator('[data-scale]');
  await picture.dblclick();
  await expect(picture).toHaveAttribute('data-scale', '2.5');
  await picture.dblclick();
  await expect(picture).toHaveAttribute('data-scale', '1');
  await ada.page.mouse.wheel(0, -200);
  await expect(picture).toHaveAttribute('data-scale', /^1\.49/);
  await ada.page.mouse.wheel(0, 400);
  await expect(picture).toHaveAttribute('data-scale', '1');
  await ada.page.mouse.move(500, 400);
  await ada.page.mouse.down();
  await ada.page.mouse.move(300, 400, { steps: 4 });
  await ada.page.mouse.up();
  await expect(view.getByRole('status')).toHaveText(/2 of 2\s*B/);
});
