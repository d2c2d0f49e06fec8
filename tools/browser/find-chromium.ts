import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { capture } from '../process/run.ts';
import { SetupError } from '../setup-error.ts';

/** The first are Chromium without windows: tests take half the processor's time with it. */
const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
/** As Debian has them. Other systems that know apt have one of them only. */
const APT_PACKAGES = ['chromium-headless-shell', 'chromium'];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function findInstalled(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...PLACES, chromium.executablePath()].find((path) => existsSync(path));
}

/** The browser for tests: named by CHROMIUM_PATH, else installed, else installed now where root can. */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new SetupError(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  }
  const installed = findInstalled();
  if (installed !== undefined) return installed;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await capture('apt-get', ['update', '-qq'], { env });
    for (const name of APT_PACKAGES) {
      const install = ['install', '-y', '-qq', '--no-install-recommends', name];
      if ((await capture('apt-get', install, { env })).code === 0) break;
    }
  }
  const now = findInstalled();
  if (now !== undefined) return now;
  throw new SetupError(
    'There is no Chromium for the tests: install it ("npx playwright install chromium", or your system\'s package), or name one in CHROMIUM_PATH.',
  );
}
