import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { processTree } from '../../tools/process/process-tree.ts';
import { END_SIGNALS } from '../../tools/process/end-with-this.ts';
import { capture } from '../../tools/process/run.ts';
import { interrupt } from '../../tools/process/interrupt.ts';
import { ROOT } from '../../tools/root.ts';
import { suiteTempFolder } from '../../tools/suite/suite.ts';

const START_TIMEOUT_MS = 180_000;
const keptData = await mkdtemp(join(tmpdir(), 'plaza-kept-'));
afterAll(() => rm(keptData, { recursive: true, force: true }));

interface Running {
  child: ChildProcess;
  url: string;
  printed: () => string;
}

/** `npm start` as a person types it, but with ports of its own. Resolves when it has printed its URL. */
function start(...args: string[]): Promise<Running> {
  const child = spawn('npm', ['start', '--', '--free-ports', ...args], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void interrupt(child));
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /^(http:\/\/127\.0\.0\.1:\d+)\n$/m.exec(output)?.[1];
      if (url !== undefined) resolve({ child, url, printed: () => output });
    });
    child.once('exit', () => reject(new Error(`npm start ended:\n${output}`)));
  });
}

function portOf(name: string, printed: string): string {
  return new RegExp(`${name}\\s+(127\\.0\\.0\\.1:\\d+)`).exec(printed)?.[1] ?? '';
}

/** The processes whose command line names this run's own configuration or ports. */
async function processesNaming(text: string): Promise<string[]> {
  const { output } = await capture('ps', ['-A', '-o', 'args=']);
  return output.split('\n').filter((line) => line.includes(text));
}

/** The processes of the groups that these lead: the functions' own are among them. */
async function membersOf(leaders: readonly number[]): Promise<number[]> {
  const { output } = await capture('ps', ['-A', '-o', 'pgid=']);
  return output
    .split('\n')
    .map(Number)
    .filter((group) => leaders.includes(group));
}

async function pidsNaming(text: string): Promise<number[]> {
  const { output } = await capture('ps', ['-A', '-o', 'pid=,args=']);
  const lines = output.split('\n').filter((line) => line.includes(text));
  return lines.map((line) => Number.parseInt(line, 10));
}

async function signUp(auth: string): Promise<Response> {
  return fetch(`http://${auth}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=any`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email: 'kept@example.com',
      password: 'kept-kept',
      returnSecureToken: true,
    }),
  });
}

async function writeRoom(firestore: string, method: 'PATCH' | 'GET'): Promise<Response> {
  const document = 'projects/demo-plaza/databases/(default)/documents/messages/kept';
  return fetch(`http://${firestore}/v1/${document}`, {
    method,
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    ...(method === 'PATCH' ? { body: JSON.stringify({ fields: {} }) } : {}),
  });
}

/** Fills the room as a person does who has started Plaza. Resolves with what it printed. */
async function seed({ url, printed }: Running): Promise<string> {
  const env = {
    ...process.env,
    PLAZA_URL: url,
    FIRESTORE_EMULATOR_HOST: portOf('Firestore', printed()),
    FIREBASE_AUTH_EMULATOR_HOST: portOf('Auth', printed()),
  };
  return (await capture('npm', ['run', 'seed'], { cwd: ROOT, env })).output;
}

async function countMessages(firestore: string): Promise<number> {
  const url = `http://${firestore}/v1/projects/demo-plaza/databases/(default)/documents:runAggregationQuery`;
  const structuredQuery = { from: [{ collectionId: 'messages' }] };
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: 'Bearer owner' },
    body: JSON.stringify({
      structuredAggregationQuery: { structuredQuery, aggregations: [{ alias: 'all', count: {} }] },
    }),
  });
  const [{ result }] = (await answer.json()) as [
    { result: { aggregateFields: { all: { integerValue: string } } } },
  ];
  return Number(result.aggregateFields.all.integerValue);
}

/** Stores an object as the backend does. */
async function upload(storage: string): Promise<Response> {
  const url = `http://${storage}/upload/storage/v1/b/demo-plaza.appspot.com/o?uploadType=media&name=kept`;
  return fetch(url, { method: 'POST', headers: { authorization: 'Bearer owner' }, body: 'kept' });
}

test(
  '[SU1] [SU5] [SU7] [SU8] [SU10] npm start serves the page, ends with all it started, and keeps data if asked',
  async () => {
    const first = await start('--keep-in', keptData);
    const page = await fetch(first.url);
    expect(await page.text()).toContain('<div id="root">');
    expect(first.printed().trimEnd().endsWith(first.url)).toBe(true);

    const hub = portOf('Hub', first.printed());
    const firestore = portOf('Firestore', first.printed());
    const hubPort = hub.split(':')[1] ?? '';
    expect(await processesNaming(`.suite-${hubPort}.json`)).not.toEqual([]);
    expect((await signUp(portOf('Auth', first.printed()))).ok).toBe(true);
    expect((await writeRoom(firestore, 'PATCH')).ok).toBe(true);

    expect((await upload(portOf('Storage', first.printed()))).ok).toBe(true);
    const tempFolder = suiteTempFolder({ hub: Number(hubPort) });
    expect(await readdir(join(tempFolder, 'firebase', 'storage', 'blobs'))).toHaveLength(1);

    await interrupt(first.child);
    expect(existsSync(tempFolder)).toBe(false);
    expect(await processesNaming(`.suite-${hubPort}.json`)).toEqual([]);
    expect(await processesNaming(`--port ${firestore.split(':')[1]} `)).toEqual([]);
    await expect(fetch(first.url)).rejects.toThrow('fetch failed');

    const second = await start('--keep-in', keptData);
    const again = await signUp(portOf('Auth', second.printed()));
    expect(await again.text()).toContain('EMAIL_EXISTS');
    expect((await writeRoom(portOf('Firestore', second.printed()), 'GET')).ok).toBe(true);

    expect(await seed(second)).toMatch(/Writing 2000 messages, 60 with a picture: done in .* s\n$/);
    expect(await countMessages(portOf('Firestore', second.printed()))).toBe(2_001);
    // The oldest picture waits since hours ago, until it is published.
    const health = async () => (await fetch(`${second.url}/api/health`)).status;
    await expect.poll(health, { timeout: 2 * START_TIMEOUT_MS }).toBe(200);

    const ended = once(second.child, 'exit');
    const config = `.suite-${portOf('Hub', second.printed()).split(':')[1]}.json`;
    const leaders = await pidsNaming(config);
    expect((await membersOf(leaders)).length).toBeGreaterThan(leaders.length);
    for (const pid of leaders) process.kill(pid, 'SIGKILL');
    expect(await ended).toEqual([1, null]);
    await expect.poll(() => membersOf(leaders), { timeout: 30_000 }).toEqual([]);
    const port = portOf('Firestore', second.printed()).split(':')[1];
    expect(await processesNaming(`--port ${port} `)).toEqual([]);
  },
  6 * START_TIMEOUT_MS,
);

/** The configurations and temporary folders of all suites that run. */
async function suiteFiles(): Promise<string[]> {
  const files: string[] = [];
  for (const name of await readdir(ROOT)) {
    const hub = /^\.suite-(\d+)\.json$/.exec(name)?.[1];
    if (hub !== undefined) files.push(join(ROOT, name), suiteTempFolder({ hub: Number(hub) }));
  }
  return files;
}

/** Runs a program of ours, and resolves when it has printed `words`. `before`: the suites' files until then. */
async function runNode(words: string, ...args: string[]) {
  const before = await suiteFiles();
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'ignore'] });
  onTestFinished(() => void child.kill());
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(words)) resolve();
    });
  });
  return { child, before };
}

/** `end` ends the program, with this code and without leaving what it has started, or files of that. */
async function expectEnded(
  { child, before }: Awaited<ReturnType<typeof runNode>>,
  end: (child: ChildProcess) => unknown,
  code: number,
): Promise<void> {
  const ended = once(child, 'exit');
  const started = await processTree(child.pid ?? 0);
  const files = (await suiteFiles()).filter((file) => !before.includes(file));
  expect(files).toHaveLength(2);
  const emulators = (await pidsNaming('-jar')).filter((pid) => started.includes(pid));
  expect(emulators).not.toEqual([]);
  end(child);
  expect(await ended).toEqual([code, null]);
  // What has been ended by force takes its time until it has been cleared away.
  const left = async () => (await pidsNaming('')).filter((pid) => started.includes(pid));
  await expect.poll(left, { timeout: 30_000 }).toEqual([]);
  expect(files.filter((file) => existsSync(file))).toEqual([]);
}

test.each(END_SIGNALS)(
  '[SU14] other commands end with all that they started on %s',
  async (signal) => {
    const running = await runNode('Asking', 'tools/commands/fuzz-rules.ts');
    await expectEnded(running, (child) => child.kill(signal), 130);
  },
  START_TIMEOUT_MS,
);

test.each(END_SIGNALS)(
  '[SU14] what is served ends with all that it started on %s',
  async (signal) => {
    const running = await runNode('Plaza runs', 'tools/commands/start.ts', '--free-ports');
    await expectEnded(running, (child) => child.kill(signal), 0);
  },
  2 * START_TIMEOUT_MS,
);

test(
  '[SU14] a start that is broken off ends with all that it has started until then',
  async () => {
    const { child, before } = await runNode(
      'Starting the Firebase emulators',
      'tools/commands/start.ts',
      '--free-ports',
    );
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(await suiteFiles()).toEqual(before);
  },
  START_TIMEOUT_MS,
);

test(
  '[SU14] a command that breaks down leaves no emulator',
  async () => {
    const program = `
      import { withFirestore } from './tools/rules/with-firestore.ts';
      await withFirestore(() => {
        console.log('Started');
        return new Promise((resolve) => process.stdin.once('data', () => { setImmediate(() => { throw new Error('broken'); }); }));
      });`;
    const running = await runNode('Started', '--input-type=module', '--eval', program);
    await expectEnded(running, (child) => child.stdin?.write('now'), 1);
  },
  START_TIMEOUT_MS,
);

/** Holds a port unless another program does already: either way it is in use. */
function hold(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(server));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

test(
  '[SU2] a port in use is told in one sentence, and nothing is left running',
  async () => {
    const server = await hold(5000);
    const before = await processesNaming('.suite-4400.json');
    const { code, output } = await capture('npm', ['start', '--silent'], { cwd: ROOT });
    server.close();
    expect(code).toBe(1);
    expect(output).toMatch(/Port 5000 \(hosting\).* in use: .* try again\.\n$/);
    expect(await processesNaming('.suite-4400.json')).toEqual(before);
  },
  START_TIMEOUT_MS,
);

test('[SU10] seeding a room that is not there says what to do', async () => {
  const env = { ...process.env, PLAZA_URL: 'http://127.0.0.1:1' };
  const { code, output } = await capture('npm', ['run', 'seed', '--silent'], { cwd: ROOT, env });
  expect(code).toBe(1);
  expect(output).toMatch(/\nNo Plaza runs on this machine: run "npm start" .* first\.\n$/);
});
