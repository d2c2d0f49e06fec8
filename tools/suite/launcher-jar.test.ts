import { strFromU8, unzipSync } from 'fflate';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestText, writeLauncherJar } from './launcher-jar.ts';

const LIMIT_BYTES = 72;

test.each([1, 60, 68, 69, 70, 139, 140, 141, 500])(
  'a value of %i bytes keeps to lines of 72 bytes',
  (length) => {
    const text = manifestText({ Name: 'x'.repeat(length) });
    const lines = text.split('\r\n').filter(Boolean);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(LIMIT_BYTES);
    expect(lines.slice(1).every((line) => line.startsWith(' '))).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toBe(`Name: ${'x'.repeat(length)}\r\n\r\n`);
  },
);

test('a character of several bytes stays whole', () => {
  const text = manifestText({ Name: '😀'.repeat(40) });
  expect(text.replaceAll('\r\n ', '')).toBe(`Name: ${'😀'.repeat(40)}\r\n\r\n`);
});

test('a launcher jar written by two at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'launcher-jar-'));
  try {
    const file = join(folder, 'below', 'launcher.jar');
    const jar = {
      mainClass: 'Main',
      classPath: '/a folder/ü.jar',
      entries: { x: new Uint8Array() },
    };
    await Promise.all([writeLauncherJar(file, jar), writeLauncherJar(file, jar)]);
    expect(await readdir(join(folder, 'below'))).toEqual(['launcher.jar']);
    const zip = unzipSync(await readFile(file));
    expect(Object.keys(zip)).toEqual(['META-INF/MANIFEST.MF', 'x']);
    expect(strFromU8(zip['META-INF/MANIFEST.MF'] ?? new Uint8Array())).toBe(
      'Manifest-Version: 1.0\r\nMain-Class: Main\r\nClass-Path: file:///a%20folder/%C3%BC.jar\r\n\r\n',
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
