import { keptImages } from './kept-images.ts';
import { expect, Person, test, uniqueText } from './people.ts';
import { smallPicture } from './picture-files.ts';

function description({ page }: Person) {
  return page.getByLabel('Description of image 1');
}

/** Attaches a picture, and waits until the browser keeps it: with it there are so many in all tabs. */
async function attach(person: Person, name: string, kept = 1): Promise<void> {
  await person.page.locator('input[type=file]').setInputFiles([await smallPicture(name)]);
  await description(person).fill(name);
  await expect.poll(() => keptImages(person.page, 'plaza-drafts')).toHaveLength(kept);
}

async function reload({ page }: Person): Promise<void> {
  await page.reload();
}

test('[SD29] each tab keeps the pictures of its own draft; a new one takes over the last', async ({
  join,
}) => {
  const ada = await join('Ada');
  const other = await ada.openTab();
  await attach(ada, 'Mountain');
  await attach(other, 'Lake', 2);
  await reload(ada);
  await expect(description(ada)).toHaveValue('Mountain');
  await reload(other);
  await expect(description(other)).toHaveValue('Lake');

  const third = await ada.openTab();
  await expect(description(third)).toHaveValue('Lake');
  const text = uniqueText('From the third tab');
  await third.write(text);
  await third.expectSent(text);
  await reload(ada);
  await expect(description(ada)).toHaveValue('Mountain');

  const fourth = await ada.openTab();
  await fourth.expectSent(text);
  await expect(description(fourth)).toHaveCount(0);
});

test('[SD29] of a draft that was dropped nothing is left in the browser', async ({ join }) => {
  const ada = await join('Ada');
  const keys = () =>
    ada.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('plaza-drafts');
          opening.addEventListener('error', () => reject(new Error('It does not open.')));
          opening.addEventListener('success', () => {
            const asking = opening.result.transaction('drafts').objectStore('drafts').count();
            asking.addEventListener('success', () => resolve(asking.result));
            opening.result.close();
          });
        }),
    );
  await attach(ada, 'Mountain');
  await expect.poll(keys).toBe(1);
  await ada.page.getByRole('button', { name: /^Remove image/ }).click();
  await expect.poll(keys).toBe(0);
});

test('[SD29] tabs that came and went take nothing from one that stays', async ({ join }) => {
  const ada = await join('Ada');
  const empty = await ada.openTab();
  await attach(ada, 'Mountain');
  await attach(empty, 'Lake', 2);
  await empty.page.getByRole('button', { name: /^Remove image/ }).click();
  for (let count = 0; count < 8; count += 1) await (await ada.openTab()).page.close();
  await reload(ada);
  await expect(description(ada)).toHaveValue('Mountain');
});

test('[SD29] a duplicate of a tab takes over its pictures, and nothing from it afterwards', async ({
  join,
}) => {
  const ada = await join('Ada');
  await attach(ada, 'Mountain');
  const session = await ada.page.evaluate(() => Object.entries<string>(sessionStorage));
  const duplicate = new Person(await ada.context.newPage(), ada.context, ada.username);
  await duplicate.page.addInitScript((entries) => {
    if (sessionStorage.length > 0) return;
    for (const [key, value] of entries) sessionStorage.setItem(key, value);
  }, session);
  await duplicate.page.goto('/');
  await expect(description(duplicate)).toHaveValue('Mountain');
  await duplicate.page.getByRole('button', { name: /^Remove image/ }).click();
  await reload(duplicate);
  await duplicate.expectLoadedRoom();
  await expect(description(duplicate)).toHaveCount(0);
  await reload(ada);
  await expect(description(ada)).toHaveValue('Mountain');
});

test('[SD29] without Web Locks a draft keeps its pictures', async ({ join }) => {
  const ada = await join('Ada');
  await ada.context.addInitScript(() => delete (Navigator.prototype as { locks?: unknown }).locks);
  await ada.page.reload();
  await attach(ada, 'Mountain');
  await reload(ada);
  await expect(description(ada)).toHaveValue('Mountain');
  await reload(ada);
  await expect(description(ada)).toHaveValue('Mountain');
});
