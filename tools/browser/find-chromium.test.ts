import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findChromium } from './find-chromium.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-chromium-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('CHROMIUM_PATH', undefined);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function install(name: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, '');
  return file;
}

test('[SU11] the browser that CHROMIUM_PATH names is used before all others', async () => {
  await install('chromium-headless-shell');
  const named = await install('my-own');
  vi.stubEnv('CHROMIUM_PATH', named);
  expect(await findChromium()).toBe(named);
});

test('[SU11] a name without a file is told', async () => {
  const missing = join(folder, 'missing');
  vi.stubEnv('CHROMIUM_PATH', missing);
  await expect(findChromium()).rejects.toThrow(
    `CHROMIUM_PATH names ${missing}, and there is no such file.`,
  );
});

test('[SU11] of several that are installed, the one without windows is used', async () => {
  const chrome = await install('google-chrome');
  expect(await findChromium()).toBe(chrome);
  const shell = await install('chromium-headless-shell');
  expect(await findChromium()).toBe(shell);
});
