import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { capture } from '../../tools/process/run.ts';
import { ROOT } from '../../tools/root.ts';
import { openSite, type Site } from './deployments.ts';
import { expect, test as base, uniqueText } from './people.ts';

interface PwaFixtures {
  site: Site;
}

interface PwaWorkerFixtures {
  /** The worker of a build with PLAZA_WORKER=off. */
  removingWorker: string;
}

const test = base.extend<PwaFixtures, PwaWorkerFixtures>({
  removingWorker: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants to see what a fixture needs
    async ({}, provide) => {
      const folder = await mkdtemp(join(tmpdir(), 'plaza-build-'));
      const { code, output } = await capture('vite', ['build', '--outDir', folder], {
        cwd: join(ROOT, 'web'),
        env: { ...process.env, PLAZA_WORKER: 'off' },
      });
      if (code !== 0) throw new Error(output);
      await provide(await readFile(join(folder, 'sw.js'), 'utf8'));
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  site: async ({ baseURL }, provide) => {
    const site = await openSite(baseURL ?? '');
    await provide(site);
    await site.close();
  },
});

/** Until the worker has kept the shell: from then on the page starts without a network. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
}

function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

test('[SH10] Chromium finds Plaza fit to be installed', async ({ baseURL, launchOptions }) => {
  const folder = await mkdtemp(join(tmpdir(), 'plaza-profile-'));
  // Not in a private window, as other tests are: nothing can be installed from there.
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    serviceWorkers: 'allow',
  });
  const page = await context.newPage();
  await page.goto(baseURL ?? '');
  await untilKept(page);
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const manifest = await session.send('Page.getAppManifest');
  expect(manifest.errors).toEqual([]);

  const { icons, screenshots } = JSON.parse(manifest.data ?? '') as Record<
    'icons' | 'screenshots',
    { src: string; sizes: string }[]
  >;
  for (const { src, sizes } of [...icons, ...screenshots]) {
    const size = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect([src, size]).toEqual([src, sizes]);
  }
  await context.close();
  await rm(folder, { recursive: true });
});

test('[SH11] without a network it starts, signed in, with the messages that it had', async ({
  join,
}) => {
  const ada = await join('Ada', { serviceWorkers: 'allow' });
  const text = uniqueText('Before the tunnel');
  await ada.write(text);
  await ada.expectSent(text);
  await untilKept(ada.page);
  await ada.context.setOffline(true);
  await ada.page.reload();
  await expect(ada.messages(text)).toHaveCount(1);
  await expect(ada.page.getByRole('status', { name: 'Connection' })).toContainText('Offline');
  const inTunnel = uniqueText('In the tunnel');
  await ada.write(inTunnel);
  await ada.expectStatus(inTunnel, 'queued');
});

test('[SH12] the worker keeps the shell, and nothing that Firebase sends', async ({ join }) => {
  const ada = await join('Ada', { serviceWorkers: 'allow' });
  await untilKept(ada.page);
  await ada.page.reload();
  await ada.expectRoom();
  const kept = await ada.page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url);
  });
  expect(kept.length).toBeGreaterThan(5);
  const shell = new RegExp(
    `^${new URL(ada.page.url()).origin}/(assets/|icon\\.svg|index\\.html|theme\\.js|manifest\\.webmanifest)`,
  );
  expect(kept.filter((url) => !shell.test(url))).toEqual([]);
  const config = await ada.page.evaluate(async () => {
    const response = await fetch('/__/firebase/init.json');
    return response.headers.get('content-type');
  });
  expect(config).toContain('json');
});

test('[SH13] a newer version waits until it is asked for, and tells other tabs', async ({
  visit,
  site,
}) => {
  const { page, context } = await visit('Ada', { serviceWorkers: 'allow' });
  await page.goto(site.url);
  await untilKept(page);
  await page.reload();
  const other = await context.newPage();
  await other.goto(site.url);
  await expect(other).toHaveTitle('Plaza');
  await other.getByLabel('Email').fill('half@typed');

  site.deploy('second');
  await page.reload();
  await expect(page).toHaveTitle('Plaza');
  await expect(page.getByText('A new version of Plaza is ready.')).toBeVisible();
  await other.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle('Plaza, second');

  await expect(other.getByText('This one is the old version still.')).toBeVisible();
  await expect(other.getByLabel('Email')).toHaveValue('half@typed');
  await other.getByRole('button', { name: 'Reload' }).click();
  await expect(other).toHaveTitle('Plaza, second');
});

test('[SH13] a newer version is taken at the first visit, too', async ({ visit, site }) => {
  const { page } = await visit('Ada', { serviceWorkers: 'allow' });
  await page.goto(site.url);
  await untilKept(page);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();

  site.deploy('second');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle('Plaza, second');
});

test('[SH14] a build without a worker removes the one that is out there', async ({
  visit,
  site,
  removingWorker,
}) => {
  const { page } = await visit('Ada', { serviceWorkers: 'allow' });
  await page.goto(site.url);
  await untilKept(page);
  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  expect(await cacheNames(page)).not.toEqual([]);

  site.deploy({ worker: removingWorker });
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller === null).catch(() => false))
    .toBe(true);
  await expect.poll(() => cacheNames(page).catch(() => ['?'])).toEqual([]);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
