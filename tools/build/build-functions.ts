import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, context, type BuildOptions } from 'esbuild';
import { ROOT } from '../root.ts';
import { buildIfStale, forgetBuild } from './fingerprint.ts';
import { subsetLockfile, type Lockfile, type Manifest } from './subset-lockfile.ts';

const SOURCES = [
  'functions/src',
  'functions/package.json',
  'functions/deployed.env',
  'shared/src',
  'tools/build',
  'package-lock.json',
];
const OUTPUT = join(ROOT, 'functions', 'dist');

/** Workspace code goes into the bundle; what is installed from npm stays outside of it. */
async function optionsFor(dependencies: Record<string, string>): Promise<BuildOptions> {
  return {
    entryPoints: [join(ROOT, 'functions', 'src', 'index.ts')],
    outfile: join(OUTPUT, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    sourcemap: true,
    logLevel: 'error',
    external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
  };
}

async function readJson<T>(...path: string[]): Promise<T> {
  return JSON.parse(await readFile(join(ROOT, ...path), 'utf8')) as T;
}

async function writeJson(name: string, content: object): Promise<void> {
  await writeFile(join(OUTPUT, name), `${JSON.stringify(content, null, 2)}\n`);
}

/**
 * The folder that is deployed stands by itself: its own manifest and lockfile, without the
 * workspace's packages, and its environment.
 */
async function prepareOutput(): Promise<BuildOptions> {
  const { dependencies } = await readJson<Manifest>('functions', 'package.json');
  const lock = await readJson<Lockfile>('package-lock.json');
  const manifest = {
    name: 'plaza-functions',
    private: true,
    type: 'module',
    main: 'index.js',
    engines: { node: '24' },
    dependencies,
  };
  await mkdir(OUTPUT, { recursive: true });
  await writeJson('package.json', manifest);
  await writeJson('package-lock.json', subsetLockfile(lock, manifest));
  await copyFile(join(ROOT, 'functions', 'deployed.env'), join(OUTPUT, '.env'));
  return optionsFor(dependencies);
}

/** Builds what is deployed, and what the Functions emulator runs, into functions/dist. */
export function buildFunctions(): Promise<'built' | 'up to date'> {
  return buildIfStale(SOURCES, 'functions/dist', async () => {
    await build(await prepareOutput());
  });
}

/** Builds again on every change until the returned function is called. */
export async function watchFunctions(): Promise<() => Promise<void>> {
  await forgetBuild('functions/dist');
  const watcher = await context(await prepareOutput());
  await watcher.watch();
  return () => watcher.dispose();
}
