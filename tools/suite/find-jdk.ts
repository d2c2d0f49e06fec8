import { existsSync } from 'node:fs';
import { glob, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { capture } from '../process/run.ts';
import { SetupError } from '../setup-error.ts';
import { findOnPath } from './find-on-path.ts';

export interface Jdk {
  /** The folder that holds bin/java. */
  home: string;
  /** The major version, as 25. */
  version: number;
  hasCompiler: boolean;
}

/** What firebase-tools runs on. */
const OLDEST_VERSION = 21;

const USUAL_HOMES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/lib/jvm/*'],
  darwin: ['/Library/Java/JavaVirtualMachines/*/Contents/Home'],
  win32: ['C:/Program Files/{Java,Eclipse Adoptium,Microsoft,Zulu,Amazon Corretto,BellSoft}/*'],
};

/**
 * The newest Java on this machine that the emulators run on, one with a compiler if possible.
 * @throws SetupError when there is none among `homes`
 */
export async function findJdk(homes: Promise<string[]> = candidateHomes()): Promise<Jdk> {
  const found = await Promise.all([...new Set(await homes)].map(inspectHome));
  const newest = newestJdk(found.filter((jdk) => jdk !== undefined));
  if (newest && newest.version >= OLDEST_VERSION) return newest;
  const instead = newest ? `the newest on this machine is ${newest.version}` : 'there is none here';
  throw new SetupError(
    `The Firebase emulators need Java ${OLDEST_VERSION} or newer, and ${instead}: install a JDK, from https://adoptium.net for example, and try again.`,
  );
}

/** The major version in a version's text: 21 in "21.0.2+13", 8 in "1.8.0_301". */
export function majorVersion(text: string): number | undefined {
  const [, major] = /^(?:1\.)?(\d+)/.exec(text) ?? [];
  return major === undefined ? undefined : Number(major);
}

export function newestJdk(jdks: readonly Jdk[]): Jdk | undefined {
  return jdks.toSorted(
    (a, b) => b.version - a.version || Number(b.hasCompiler) - Number(a.hasCompiler),
  )[0];
}

async function candidateHomes(): Promise<string[]> {
  const javaHome = process.env['JAVA_HOME'];
  const homes = javaHome ? [javaHome] : [];
  for (const java of await findOnPath('java')) homes.push(await homeOf(java));
  for await (const home of glob(USUAL_HOMES[process.platform] ?? [])) homes.push(home);
  return Promise.all(homes.map((home) => realpath(home).catch(() => home)));
}

/** Asks Java itself where it lives when its folder does not tell: it may be a version manager's. */
async function homeOf(java: string): Promise<string> {
  const home = dirname(dirname(java));
  if (existsSync(join(home, 'release'))) return home;
  const settings = await capture(java, ['-XshowSettings:properties', '-version']).catch(() => null);
  return /java\.home = (.+)/.exec(settings?.output ?? '')?.[1]?.trim() ?? home;
}

async function inspectHome(home: string): Promise<Jdk | undefined> {
  const java = program(home, 'java');
  if (!existsSync(java)) return undefined;
  const release = await readFile(join(home, 'release'), 'utf8').catch(() => '');
  const text = /^JAVA_VERSION="(.+)"/m.exec(release)?.[1] ?? (await versionThatJavaPrints(java));
  const version = majorVersion(text);
  return version === undefined
    ? undefined
    : { home, version, hasCompiler: existsSync(program(home, 'javac')) };
}

async function versionThatJavaPrints(java: string): Promise<string> {
  const printed = await capture(java, ['-version']).catch(() => null);
  return /version "(.+?)"/.exec(printed?.output ?? '')?.[1] ?? '';
}

function program(home: string, name: string): string {
  return join(home, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
