import type { Page } from '@playwright/test';
import { keptImages } from './kept-images.ts';
import { occupyDrafts } from './occupy-drafts.ts';
import { ALT_MAX_CHARS } from '@plaza/shared/limits';
import { expect, test, uniqueText, type Person } from './people.ts';
import { drag, file, phonePhoto, smallPicture, type PictureFile } from './picture-files.ts';

const pictures = (person: Person) =>
  person.page.getByRole('list', { name: 'Pictures of this message' });

/** Resolves when all of them are prepared. */
async function expectPrepared(person: Person, count: number): Promise<void> {
  await expect(pictures(person).getByRole('textbox')).toHaveCount(count);
  await expect(pictures(person).getByRole('listitem')).toHaveCount(count);
}

async function pick(person: Person, files: PictureFile[]): Promise<void> {
  const [chooser] = await Promise.all([
    person.page.waitForEvent('filechooser'),
    person.page.getByRole('button', { name: 'Attach images' }).click(),
  ]);
  await chooser.setFiles(files);
}

/** Puts a picture and a text on the clipboard, as word processors do. */
async function copy({ context, page }: Person, { buffer }: PictureFile, text: string) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(
    async ({ base64, text }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const item = new ClipboardItem({
        'text/plain': text,
        'image/png': new Blob([bytes], { type: 'image/png' }),
      });
      await navigator.clipboard.write([item]);
    },
    { base64: buffer.toString('base64'), text },
  );
}

test('[CO1] [CO3] [CO4] pictures come by picking, dropping and pasting; text pasted along stays', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  await pick(ada, [await smallPicture('picked.png')]);
  await expect(ada.composer()).toBeFocused();

  await drag(ada.page, 'dragenter', [await smallPicture('dropped.png')]);
  await expect(ada.page.getByText('Drop pictures to attach them')).toBeVisible();
  await drag(ada.page, 'drop', [await smallPicture('dropped.png', 240, 320)]);
  await expect(ada.page.getByText('Drop pictures to attach them')).toBeHidden();

  await ada.composer().fill('Look: ');
  await copy(ada, await smallPicture('pasted.png'), 'from a document');
  await ada.composer().press('ControlOrMeta+v');
  await expectPrepared(ada, 3);
  await expect(ada.composer()).toHaveValue('Look: from a document');

  const words = uniqueText('A meadow');
  await ada.page.getByLabel('Description of image 2').fill(words);
  await ada.page.getByRole('button', { name: 'Remove image 1' }).click();
  await expect(ada.page.getByRole('button', { name: 'Remove image 1' })).toBeFocused();
  await expectPrepared(ada, 2);
  await ada.composer().fill('');
  await ada.composer().press('Enter');
  await expect(pictures(ada)).toHaveCount(0);
  const described = bob.page.getByRole('img', { name: words });
  await expect(described).toBeVisible();
  await expect(
    bob.page
      .getByRole('listitem')
      .filter({ has: described })
      .getByRole('button', { name: /^Open image/ }),
  ).toHaveCount(2);
});

test('[CO1] where to drop is shown as long as files are held above the page, whatever goes under them', async ({
  join,
}) => {
  const { page } = await join('Ada');
  const shown = page.getByText('Drop pictures to attach them');
  const files = [await smallPicture('dropped.png')];
  await page.evaluate(() => document.body.append(document.createElement('aside')));
  await drag(page, 'dragenter', files, 'body > aside');
  await expect(shown).toBeVisible();
  await page.evaluate(() => document.querySelector('body > aside')?.remove());
  await drag(page, 'dragenter', files);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let left = 30;
        addEventListener('dragover', () => (left -= 1) === 0 && resolve());
      }),
  );
  await expect(shown).toBeVisible();
  await drag(page, 'dragleave', files);
  await expect(shown).toBeHidden();
});

test('[CO2] [PI5] what cannot be sent is told file by file, and the rest is kept', async ({
  join,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('With all of these');
  await ada.composer().fill(text);
  const alert = ada.page.getByRole('alert');
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
  await pick(ada, [
    await smallPicture('really.heic'),
    file('empty.png', 'image/png', ''),
    file('words.jpg', 'image/jpeg', 'These are words.'),
    file('drawing.png', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'),
  ]);
  await expect(alert).toContainText('empty.png is empty');
  await expect(alert).toContainText('words.jpg is not a picture');
  await expect(alert).toContainText('drawing.png is an SVG drawing');
  await expectPrepared(ada, 1);

  const huge = Buffer.from((await smallPicture('huge.png')).buffer);
  huge.writeUInt32BE(12_000, 16);
  huge.writeUInt32BE(12_000, 20);
  await pick(ada, [
    file('photo.jpg', 'image/jpeg', heic),
    file('half.png', 'image/png', (await smallPicture('half.png')).buffer.subarray(0, 60)),
    file('huge.png', 'image/png', huge),
  ]);
  await expect(alert).toContainText('photo.jpg is in the HEIC format');
  await expect(alert).toContainText('half.png is damaged');
  await expect(alert).toContainText('huge.png has too many pixels');

  const hugeBmp = Buffer.alloc(26);
  hugeBmp.write('BM');
  hugeBmp.writeUInt32LE(40, 14);
  hugeBmp.writeInt32LE(12_000, 18);
  hugeBmp.writeInt32LE(-12_000, 22);
  await pick(ada, [file('huge.bmp', 'image/bmp', hugeBmp)]);
  await expect(alert).toContainText('huge.bmp has too many pixels');
  await expectPrepared(ada, 1);
  await expect(ada.composer()).toHaveValue(text);
});

test('[CO2] a fifth picture is left out, and told', async ({ join }) => {
  const ada = await join('Ada');
  const names = ['one.png', 'two.png', 'three.png', 'four.png', 'five.png'];
  await pick(ada, await Promise.all(names.map((name) => smallPicture(name))));
  await expect(ada.page.getByRole('alert')).toHaveText(/^five\.png was left out/);
  await expectPrepared(ada, 4);
  await ada.page.getByLabel('Description of image 4').fill('x'.repeat(ALT_MAX_CHARS + 1));
  await expect(ada.page.getByLabel('Description of image 4')).toHaveValue(
    'x'.repeat(ALT_MAX_CHARS),
  );
});

test('[CO5] what is sent while a picture is being prepared goes out with it, by itself', async ({
  join,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('Straight from the phone');
  await ada.composer().fill(text);
  await pick(ada, [await phonePhoto()]);
  await ada.composer().press('Enter');
  await expect(ada.composer()).toHaveAccessibleDescription(/as soon as its pictures are prepared/);
  await expect(ada.composer()).toHaveValue(text);
  await expect(ada.messages(text).getByRole('button', { name: /^Open image/ })).toHaveCount(1);
  await expect(ada.composer()).toHaveValue('');
});

test('[CO1] [CO5] Escape holds it back, and a picture that cannot be sent does, too; the focus stays', async ({
  join,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('Not yet');
  const photo = await phonePhoto();
  await ada.composer().fill(text);
  await pick(ada, [photo]);
  await ada.composer().press('Enter');
  await ada.composer().press('Escape');
  const remove = ada.page.getByRole('button', { name: 'Remove image 1' });
  await remove.focus();
  await expectPrepared(ada, 1);
  await expect(remove).toBeFocused();
  await expect(ada.composer()).toHaveValue(text);

  await pick(ada, [photo, file('words.jpg', 'image/jpeg', 'words')]);
  await ada.composer().press('Enter');
  await expect(ada.page.getByRole('alert')).toContainText('words.jpg is not a picture');
  await expectPrepared(ada, 2);
  await expect(ada.composer()).toHaveValue(text);
  await expect(ada.messages(text)).toHaveCount(0);
});

test('[CO6] text, pictures and their descriptions outlive a reload', async ({ join }) => {
  const ada = await join('Ada');
  await ada.composer().fill('Still thinking');
  await pick(ada, [await smallPicture('one.png'), await smallPicture('two.png')]);
  await expectPrepared(ada, 2);
  await expect.poll(() => keptImages(ada.page, 'plaza-drafts')).toHaveLength(2);
  await ada.page.getByLabel('Description of image 2').fill('A tree');
  await ada.page.reload();
  await expectPrepared(ada, 2);
  await expect(ada.composer()).toHaveValue('Still thinking');
  await expect(ada.page.getByLabel('Description of image 2')).toHaveValue('A tree');
});

test('[CO6] a description outlives a reload in the very moment in which it is typed', async ({
  join,
}) => {
  const ada = await join('Ada');
  await pick(ada, [await smallPicture('one.png')]);
  await expectPrepared(ada, 1);
  await ada.page.evaluate(occupyDrafts);
  const description = ada.page.getByLabel('Description of image 1');
  await description.fill('A tree');
  await ada.page.reload();
  await expectPrepared(ada, 1);
  await expect(description).toHaveValue('A tree');
});

/** Holds the drafts of this browser until the page is closed. */
async function holdDrafts({ context, page }: Person): Promise<Page> {
  const holder = await context.newPage();
  await holder.goto(new URL('/icon.svg', page.url()).href);
  await holder.evaluate(occupyDrafts);
  return holder;
}

async function composeWithPictures(person: Person, text: string, altOfSecond: string) {
  await person.composer().fill(text);
  await pick(person, [await smallPicture('one.png'), await smallPicture('two.png', 240, 320)]);
  await expectPrepared(person, 2);
  await person.page.getByLabel('Description of image 2').fill(altOfSecond);
  await expect.poll(() => keptImages(person.page, 'plaza-drafts')).toHaveLength(2);
}

test('[CO11] what is sent after a reload waits until its pictures are read back', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const text = uniqueText('Holidays');
  const words = uniqueText('A tree');
  await composeWithPictures(ada, text, words);
  const holder = await holdDrafts(ada);
  await ada.page.reload();
  await ada.composer().press('Enter');
  await expect(ada.composer()).toHaveAccessibleDescription(/as soon as its pictures/);
  await expect(ada.composer()).toHaveValue(text);
  await holder.close();
  await expect(bob.messages(text).getByRole('button', { name: /^Open image/ })).toHaveCount(2);
  await expect(bob.messages(text).getByRole('img', { name: words })).toBeVisible();
  await expect(ada.composer()).toHaveValue('');
  await expect(pictures(ada)).toHaveCount(0);
});

test('[CO11] what is attached after a reload is added to the pictures that are read back', async ({
  join,
}) => {
  const ada = await join('Ada');
  await composeWithPictures(ada, '', 'A tree');
  const holder = await holdDrafts(ada);
  await ada.page.reload();
  await pick(ada, [await smallPicture('three.png', 200, 200)]);
  await expectPrepared(ada, 1);
  await holder.close();
  await expectPrepared(ada, 3);
  await expect(ada.page.getByLabel('Description of image 2')).toHaveValue('A tree');
  await expect.poll(() => keptImages(ada.page, 'plaza-drafts')).toHaveLength(3);
  await ada.page.reload();
  await expectPrepared(ada, 3);
  await expect(ada.page.getByLabel('Description of image 2')).toHaveValue('A tree');
});

test('[CO11] what a new tab sends before it has read the pictures of a draft leaves them there', async ({
  join,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('Holidays');
  await composeWithPictures(ada, text, 'A tree');
  const holder = await holdDrafts(ada);
  const other = await ada.openTab();
  await other.composer().press('Enter');
  await expect(other.composer()).toHaveValue('');
  await holder.close();
  await expectPrepared(other, 2);
  await expect(other.page.getByLabel('Description of image 2')).toHaveValue('A tree');
});

test('[CO7] ArrowUp in the empty field takes the last waiting message back', async ({ join }) => {
  const ada = await join('Ada');
  await ada.context.route(/google\.firestore\.v1\.Firestore/, (route) => route.abort());
  const [first, last] = [uniqueText('First'), uniqueText('Last')];
  await ada.write(first);
  await ada.composer().fill(last);
  await pick(ada, [await smallPicture('one.png')]);
  await expectPrepared(ada, 1);
  await ada.composer().press('Enter');
  await expect(ada.messages(last)).toHaveCount(1);
  await ada.composer().press('ArrowUp');
  await expect(ada.composer()).toHaveValue(last);
  await expectPrepared(ada, 1);
  await expect(ada.messages(last)).toHaveCount(0);
  await expect(ada.messages(first)).toHaveCount(1);
});

test('[CO8] Enter that ends the composing of a character does not send', async ({ join }) => {
  const ada = await join('Ada');
  await ada.composer().fill('にほんご');
  for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
    await ada.composer().dispatchEvent('keydown', { key: 'Enter', ...init });
    await expect(ada.composer()).toHaveValue('にほんご');
  }
});

test('[CO9] [CO10] on a phone Enter breaks the line, and everything has its place', async ({
  visit,
}) => {
  const ada = await visit('Ada', {
    viewport: { width: 360, height: 640 },
    isMobile: true,
    hasTouch: true,
  });
  await ada.signUp();
  await ada.composer().pressSequentially('One');
  await ada.composer().press('Enter');
  await ada.composer().pressSequentially('Two');
  await expect(ada.composer()).toHaveValue('One\nTwo');
  const names = ['one.png', 'two.png', 'three.png', 'four.png'];
  await pick(ada, await Promise.all(names.map((name) => smallPicture(name))));
  await expectPrepared(ada, 4);
  await ada.page.getByLabel('Description of image 3').press('Enter');
  await expect(ada.page.getByLabel('Description of image 4')).toBeFocused();
  await ada.page.getByLabel('Description of image 4').press('Enter');
  await expect(ada.composer()).toBeFocused();
  await expect(ada.composer()).toHaveValue('One\nTwo');
  await expectPrepared(ada, 4);
  for (const name of ['Attach images', 'Send message', 'Remove image 1']) {
    const box = await ada.page.getByRole('button', { name }).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  const width = await ada.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(360);
  const fontPx = await ada.composer().evaluate((field) => getComputedStyle(field).fontSize);
  expect(parseFloat(fontPx)).toBeGreaterThanOrEqual(16);

  await ada.page.getByRole('button', { name: 'Got it' }).click();
  await ada.composer().fill(Array.from({ length: 12 }, (_, line) => `Line ${line}`).join('\n'));
  // As iOS tells of its keyboard, which lies over the page.
  await ada.page.evaluate(() => {
    Object.defineProperty(VisualViewport.prototype, 'height', { get: () => 330 });
    visualViewport?.dispatchEvent(new Event('resize'));
  });
  const sendBottom = async () => {
    const box = await ada.page.getByRole('button', { name: 'Send message' }).boundingBox();
    return box && box.y + box.height;
  };
  await expect.poll(sendBottom).toBeLessThanOrEqual(330);
});
