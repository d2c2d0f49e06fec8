import type { Zippable } from 'fflate';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../process/run.ts';
import { ROOT } from '../root.ts';
import { SetupError } from '../setup-error.ts';
import type { Jdk } from './find-jdk.ts';
import { writeLauncherJar } from './launcher-jar.ts';

const BUILD_FOLDER = join(ROOT, '.cache', 'emulators');
const SOURCE_FOLDER = join(import.meta.dirname, 'storage-rules');

/** The language version of the sources: what they are compiled to runs on any newer Java. */
const JAVA_RELEASE = '21';

/** A jar that starts the Firestore emulator of the Cloud SDK. */
export async function firestoreLauncher(sdkJar: string): Promise<string> {
  const file = join(BUILD_FOLDER, `firestore-${hash(await identity(sdkJar))}.jar`);
  if (!existsSync(file)) {
    await writeLauncherJar(file, {
      mainClass: 'com.google.cloud.datastore.emulator.firestore.CloudFirestore',
      classPath: sdkJar,
    });
  }
  return file;
}

/** A jar that evaluates Storage rules with the engine in the Cloud SDK's Firestore emulator. */
export async function storageRulesLauncher(sdkJar: string, jdk: Jdk): Promise<string> {
  const names = (await readdir(SOURCE_FOLDER)).filter((name) => name.endsWith('.java')).toSorted();
  const sources = names.map((name) => join(SOURCE_FOLDER, name));
  const texts = await Promise.all(sources.map((source) => readFile(source, 'utf8')));
  const file = join(BUILD_FOLDER, `storage-rules-${hash(await identity(sdkJar), ...texts)}.jar`);
  if (!existsSync(file)) {
    const entries = await compile(sources, sdkJar, jdk);
    await writeLauncherJar(file, { mainClass: 'StorageRules', classPath: sdkJar, entries });
  }
  return file;
}

async function compile(sources: string[], sdkJar: string, jdk: Jdk): Promise<Zippable> {
  if (!jdk.hasCompiler) {
    throw new SetupError(
      `The Storage emulator has to be compiled here, and the Java in ${jdk.home} has no compiler: install a JDK of version ${jdk.version} or newer, and try again.`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'storage-rules-'));
  try {
    const options = ['--release', JAVA_RELEASE, '-encoding', 'UTF-8', '-proc:none'];
    const places = ['-cp', sdkJar, '-d', folder];
    const javac = join(jdk.home, 'bin', 'javac');
    const { code, output } = await capture(javac, [...options, ...places, ...sources]);
    if (code !== 0) {
      throw new SetupError(
        `The Storage emulator does not fit ${sdkJar}: run "gcloud components update", and try again.`,
        { cause: output },
      );
    }
    return await readFolder(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readFolder(folder: string): Promise<Zippable> {
  const names = await readdir(folder);
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return Object.fromEntries(
    names.map((name, index) => [name, contents[index] ?? new Uint8Array()]),
  );
}

async function identity(file: string): Promise<string> {
  const { size, mtimeMs } = await stat(file);
  return `${file} ${size} ${mtimeMs}`;
}

function hash(...parts: string[]): string {
  const sha = createHash('sha256');
  for (const part of parts) sha.update(part).update('\0');
  return sha.digest('hex').slice(0, 16);
}
