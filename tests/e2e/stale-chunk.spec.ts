import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';
import { smallPicture } from './picture-files.ts';

const GERMAN = '**/assets/de-*.js';
const ROOM = '**/assets/member-*.js';

declare global {
  interface Window {
    missed: Promise<unknown>;
  }
}

/** Chooses German, whose file is gone. Rejects if the page is loaded again for that. */
async function chooseInVain(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.missed = new Promise((resolve) => {
      addEventListener('vite:preloadError', resolve, { once: true });
    });
  });
  await page.getByLabel('Language').selectOption('Deutsch');
  await page.evaluate(async () => {
    await window.missed;
    // With a page that is being loaded again this goes, too.
    await new Promise((resolve) => {
      setTimeout(resolve, 1_000);
    });
  });
}

test('[SH15] when a later part is gone after a deployment, the page is loaded again, once', async ({
  visit,
}) => {
  const { page } = await visit('Ada');
  await page.goto('/');
  // As in "My messages": it says "on", and nobody has typed that.
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'checkbox' }));
  });
  await page.route(GERMAN, (route) => route.fulfill({ status: 404 }));
  const loaded = page.waitForEvent('load');
  await page.getByLabel('Language').selectOption('Deutsch');
  await loaded;

  await chooseInVain(page);
  await expect(page.getByLabel('Language')).toHaveValue('en');
});

test('[SH15] it is not loaded again over typed text, nor without a network', async ({ visit }) => {
  const { page, context } = await visit('Ada');
  await page.goto('/');
  await page.route(GERMAN, (route) => route.fulfill({ status: 404 }));
  await page.getByLabel('Email').fill('half@typed');
  await chooseInVain(page);
  await expect(page.getByLabel('Email')).toHaveValue('half@typed');

  await page.getByLabel('Email').fill('');
  await context.setOffline(true);
  await chooseInVain(page);
  await expect(page.getByLabel('Language')).toHaveValue('en');
});

test('[SH15] what cannot be loaded at all gives a page that says so', async ({ join }) => {
  const ada = await join('Ada');
  await ada.page.route(ROOM, (route) => route.fulfill({ status: 404 }));
  await ada.page.reload();
  await expect(ada.page.getByRole('alert')).toContainText('are kept');
  await ada.page.unrouteAll();
  await ada.page.getByRole('button', { name: 'Reload' }).click();
  await ada.expectRoom();
});

test('[SH15] a room that was gone while text was typed is loaded again when it is wanted', async ({
  join,
}) => {
  const ada = await join('Ada');
  const { page } = ada;
  let fail = () => {};
  const failing = new Promise<void>((resolve) => {
    fail = resolve;
  });
  await page.route(ROOM, async (route) => {
    await failing;
    await route.fulfill({ status: 404 });
  });
  // The room is asked for, and then the session turns out to be over.
  await page.route('**/accounts:lookup**', (route) =>
    route.fulfill({ status: 400, json: { error: { code: 400, message: 'TOKEN_EXPIRED' } } }),
  );
  await page.reload({ waitUntil: 'commit' });
  await page.getByLabel('Email').fill(ada.email);
  await page.evaluate(() =>
    addEventListener('vite:preloadError', () => {
      document.documentElement.setAttribute('data-failed', '');
    }),
  );
  fail();
  await expect(page.locator('html')).toHaveAttribute('data-failed', '');
  await page.unrouteAll();
  await ada.signIn();
  await ada.expectRoom();
});

test('[PI6] pictures are prepared in the page when the script of the worker is gone', async ({
  join,
}) => {
  const ada = await join('Ada');
  let asked = 0;
  await ada.page.route('**/assets/prepare-image.worker-*.js', (route) => {
    asked += 1;
    return route.fulfill({ status: 404 });
  });
  await ada.page.locator('input[type=file]').setInputFiles([await smallPicture('one.png')]);
  await expect(ada.page.getByLabel('Description of image 1')).toBeVisible();
  expect(asked).toBe(1);
});
