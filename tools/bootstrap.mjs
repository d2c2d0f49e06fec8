/**
 * The way in for every `npm run …`: runs on Node 20 with nothing installed, installs what the
 * lockfile says when it is not there yet, and hands over to `commands/NAME.ts` on the Node
 * version that the project is deployed to.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const OLDEST_NODE_FOR_TYPESCRIPT = 24;
const PROGRESS_EVERY_MS = 10_000;

const root = join(fileURLToPath(import.meta.url), '..', '..');
const modules = join(root, 'node_modules');

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

/** @param {string} version as in `process.version` */
function majorOf(version) {
  return Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
}

/** Changes whenever another set of packages would be installed. */
function installKey() {
  const lockfile = readFileSync(join(root, 'package-lock.json'));
  const platform = `${process.platform} ${process.arch}`;
  return createHash('sha256').update(lockfile).update(platform).digest('hex');
}

/** @returns {Promise<void>} */
async function installPackages() {
  const stamp = join(modules, '.plaza-installed');
  const key = installKey();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;

  const startedAt = Date.now();
  process.stdout.write('Installing packages (npm ci) …\n');
  const ticker = setInterval(() => {
    process.stdout.write(`  still installing, ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
  }, PROGRESS_EVERY_MS);
  const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const code = await exitCodeOf(npm);
  clearInterval(ticker);
  if (code !== 0) {
    fail(
      'npm could not install the packages: see its message above, check the network, and try again.',
    );
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, key);
  process.stdout.write(`  installed in ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
}

/** A pinned Node comes with the packages where npm has one for this machine. */
function findNode() {
  const pinned = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(pinned)) return pinned;
  if (majorOf(process.version) >= OLDEST_NODE_FOR_TYPESCRIPT) return process.execPath;
  return fail(
    `Plaza runs on Node ${OLDEST_NODE_FOR_TYPESCRIPT}, npm has none for this machine, and this is ${process.version}: install Node ${OLDEST_NODE_FOR_TYPESCRIPT} from https://nodejs.org and try again.`,
  );
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function exitCodeOf(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

if (majorOf(process.version) < OLDEST_NODE) {
  fail(
    `Plaza needs Node ${OLDEST_NODE} or newer, and this is ${process.version}: install it from https://nodejs.org and try again.`,
  );
}
const [command, ...args] = process.argv.slice(2);
await installPackages();

const child = spawn(findNode(), [join(root, 'tools', 'commands', `${command}.ts`), ...args], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    PATH: `${join(modules, '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH']}`,
    NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
  },
});
// Ctrl-C reaches the child by itself, and the child decides when all is over.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.exit(await exitCodeOf(child));
