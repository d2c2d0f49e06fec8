import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, context, type BuildOptions } from 'esbuild';
import { ROOT } from '../root.ts';
import { buildIfStale, forgetBuild } from './fingerprint.ts';

const SOURCES = ['functions/src', 'functions/package.json', 'shared/src', 'package-lock.json'];
const OUTPUT = join(ROOT, 'functions', 'dist');

interface Manifest {
  dependencies: Record<string, string>;
}

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

/** The folder that is deployed carries its own manifest, without the workspace's packages. */
async function prepareOutput(): Promise<BuildOptions> {
  const source = await readFile(join(ROOT, 'functions', 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(source) as Manifest;
  const manifest = {
    name: 'plaza-functions',
    private: true,
    type: 'module',
    main: 'index.js',
    engines: { node: '24' },
    dependencies,
  };
  await mkdir(OUTPUT, { recursive: true });
  await writeFile(join(OUTPUT, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
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
