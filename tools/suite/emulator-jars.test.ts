import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { downloadableJar } from './downloadable-jar.ts';
import { prepareEmulatorJars } from './emulator-jars.ts';

const JDK = { home: '/nowhere', version: 25, hasCompiler: false };

let folder: string;

/** A machine with neither jars nor a Cloud SDK. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-jars-'));
  vi.stubEnv('FIREBASE_EMULATORS_PATH', folder);
  vi.stubEnv('FIRESTORE_EMULATOR_BINARY_PATH', undefined);
  vi.stubEnv('STORAGE_EMULATOR_BINARY_PATH', undefined);
  vi.stubEnv('CLOUDSDK_ROOT_DIR', undefined);
  vi.stubEnv('PATH', folder);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true });
});

test('a jar that the user names is used', async () => {
  const jar = join(folder, 'own.jar');
  await writeFile(jar, '');
  vi.stubEnv('FIRESTORE_EMULATOR_BINARY_PATH', jar);
  vi.stubEnv('STORAGE_EMULATOR_BINARY_PATH', jar);
  expect(await prepareEmulatorJars(JDK)).toEqual({
    FIRESTORE_EMULATOR_BINARY_PATH: jar,
    STORAGE_EMULATOR_BINARY_PATH: jar,
  });
});

test('a jar that the user names, and that is not there', async () => {
  vi.stubEnv('FIRESTORE_EMULATOR_BINARY_PATH', join(folder, 'missing.jar'));
  await expect(prepareEmulatorJars(JDK)).rejects.toThrow('missing.jar, which is not there');
});

test('jars that firebase-tools has downloaded need no variable', async () => {
  for (const name of ['firestore', 'storage'] as const) {
    const { file, url } = downloadableJar(name);
    expect(file).toBe(join(folder, basename(url)));
    await writeFile(file, '');
  }
  expect(await prepareEmulatorJars(JDK)).toEqual({});
});

test('jars that firebase-tools can download need no variable', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response()));
  expect(await prepareEmulatorJars(JDK)).toEqual({});
});

test('[SU9] nothing to run and nobody to ask', async () => {
  await expect(prepareEmulatorJars(JDK)).rejects.toThrow(
    /^The \w+ emulator is not on this machine.*install.*try again\.$/,
  );
});
