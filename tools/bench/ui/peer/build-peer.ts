import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { capture } from '../../../process/run.ts';
import { SetupError } from '../../../setup-error.ts';
import { servePeer, type ServedPeer } from './serve-peer.ts';

export const PEER_PROJECT_ID = 'demo-peer';
export const PEER_EMAIL = 'reader@example.com';
export const PEER_PASSWORD = 'correct horse battery';

/** What its page takes from a CDN, from npm instead: these files of this package. */
const MATERIAL = 'material-design-lite@1.1.3';
const CDN = 'https://code.getmdl.io/1.1.3/';
const MATERIAL_FILES = 'node_modules/material-design-lite/dist/';

export interface PeerOptions {
  /** A checkout of https://github.com/firebase/codelab-friendlychat-web. */
  readonly folder: string;
  readonly authHost: string;
  readonly firestoreHost: string;
}

/**
 * Builds Firebase's own sample, Friendly Chat, outside of both repositories: its page, its styles and
 * its script as they are, minified. What its readers are told to fill in, their project's
 * configuration, names the emulators, by the SDK's own way to say so; and an account with a password
 * stands for Google's window, for which there must be a network.
 */
export async function buildPeer(options: PeerOptions): Promise<ServedPeer & { rules: string }> {
  const source = join(options.folder, 'web');
  if (!existsSync(join(source, 'src', 'index.js'))) {
    throw new SetupError(`--peer: no web/src/index.js in ${options.folder}. See CONTRIBUTING.md.`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'plaza-peer-'));
  try {
    await cp(source, folder, { recursive: true });
    // Its lockfile does not belong to its package.json, so npm chooses by that.
    await npm(folder, ['install', '--omit=dev', MATERIAL]);
    await bundle(folder);
    await localPage(folder, options);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const rules = await readFile(join(folder, 'firestore.rules'), 'utf8');
  return { ...(await servePeer(folder)), rules };
}

async function npm(folder: string, args: string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
  const { code, output } = await capture('npm', [...args, ...quiet], { cwd: folder });
  if (code !== 0) throw new SetupError(`The peer's packages cannot be installed:\n${output}`);
}

async function bundle(folder: string): Promise<void> {
  const config = { apiKey: 'peer', appId: 'peer', projectId: PEER_PROJECT_ID };
  const options = { ...config, messagingSenderId: '1' };
  await writeFile(
    join(folder, 'src', 'firebase-config.js'),
    `export const getFirebaseConfig = () => (${JSON.stringify(options)});`,
  );
  await writeFile(
    join(folder, 'src', 'bench-entry.js'),
    `import './index.js';
    import { getAuth, signInWithEmailAndPassword } from 'firebase/auth';
    window.signIn = (email, password) => signInWithEmailAndPassword(getAuth(), email, password);`,
  );
  await build({
    entryPoints: [join(folder, 'src', 'bench-entry.js')],
    outfile: join(folder, 'public', 'scripts', 'main.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
}

async function localPage(folder: string, { authHost, firestoreHost }: PeerOptions): Promise<void> {
  const page = join(folder, 'public', 'index.html');
  await cp(join(folder, MATERIAL_FILES), join(folder, 'public', 'material'), { recursive: true });
  const defaults = { emulatorHosts: { auth: authHost, firestore: firestoreHost } };
  const html = (await readFile(page, 'utf8'))
    .replaceAll(CDN, '/material/')
    // Nothing answers there without a network. It loses its fonts by that, not its time.
    .replaceAll(/<link rel="stylesheet" href="https:\/\/fonts\.[^>]*>/g, '')
    .replace('<head>', `<head><script>__FIREBASE_DEFAULTS__=${JSON.stringify(defaults)}</script>`);
  await writeFile(page, html);
}
