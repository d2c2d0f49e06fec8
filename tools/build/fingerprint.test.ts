import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../root.ts';
import { buildIfStale, forgetBuild } from './fingerprint.ts';

const FOLDER = `.local/fingerprint-${process.pid}`;
const SOURCE = `${FOLDER}/source`;
const OUTPUT = `${FOLDER}/output`;

let builds = 0;

async function build(): Promise<'built' | 'up to date'> {
  return buildIfStale([SOURCE], OUTPUT, async () => {
    builds += 1;
    await mkdir(join(ROOT, OUTPUT), { recursive: true });
  });
}

beforeEach(async () => {
  builds = 0;
  await mkdir(join(ROOT, SOURCE), { recursive: true });
  await writeFile(join(ROOT, SOURCE, 'a.ts'), 'a');
});
afterEach(() => rm(join(ROOT, FOLDER), { recursive: true }));

test('[SU6] a build is made once for the same sources', async () => {
  expect([await build(), await build()]).toEqual(['built', 'up to date']);
  expect(builds).toBe(1);
});

test.each([
  ['changed', () => writeFile(join(ROOT, SOURCE, 'a.ts'), 'b')],
  ['added', () => writeFile(join(ROOT, SOURCE, 'b.ts'), 'a')],
  ['removed', () => rm(join(ROOT, SOURCE, 'a.ts'))],
])('[SU6] a file %s: it is made again', async (_, change) => {
  await build();
  await change();
  expect(await build()).toBe('built');
});

test('[SU6] a forgotten build is made again', async () => {
  await build();
  await forgetBuild(OUTPUT);
  expect(await build()).toBe('built');
});

test('[SU6] a build that failed is made again', async () => {
  const failing = buildIfStale([SOURCE], OUTPUT, () => Promise.reject(new Error('broken')));
  await expect(failing).rejects.toThrow('broken');
  expect(await build()).toBe('built');
});
