import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { endWithThis } from '../process/end-with-this.ts';
import { killNow, processTree, stopProcessTree } from '../process/process-tree.ts';
import { ROOT } from '../root.ts';
import { SetupError } from '../setup-error.ts';
import { prepareEmulatorJars } from './emulator-jars.ts';
import { findJdk, type Jdk } from './find-jdk.ts';
import { HOST, requireFree, type SuitePorts } from './ports.ts';
import { startState, type StartState } from './start-state.ts';
import { writeSuiteConfig } from './suite-config.ts';

export const PROJECT_ID = 'demo-plaza';
const ALL_EMULATORS = 'auth,functions,firestore,storage,hosting';
/** A busy machine needs more than the 10 s that firebase-tools gives the functions to tell what they are. */
const DISCOVERY_SECONDS = '120';
const READY_TIMEOUT_MS = 180_000;
const STOP_GRACE_MS = 15_000;
/** An export of a large room takes its time. */
const EXPORT_GRACE_MS = 120_000;

export interface SuiteOptions {
  ports: SuitePorts;
  /** The folder that holds the data of the last run, and gets this one's; null keeps nothing. */
  keptData: string | null;
  /** As firebase-tools takes them, separated by commas: all unless given. */
  emulators?: string;
  /** Ends the start before it is done. Who gives one sees to the end, which comes with the process otherwise. */
  signal?: AbortSignal;
}

export interface Suite {
  url: string;
  /** What a test or a tool needs to reach the emulators, as environment variables. */
  env: Record<string, string>;
  logFile: string;
  /** Rejects when the emulators end by themselves. */
  failed: Promise<never>;
  stop(): Promise<void>;
}

/** Starts the emulators and waits until functions are loaded and the page answers. */
export async function startSuite({
  ports,
  keptData,
  emulators = ALL_EMULATORS,
  signal,
}: SuiteOptions): Promise<Suite> {
  const jdk = await findJdk();
  const jars = await prepareEmulatorJars(jdk);
  await requireFree({ ...ports });

  const config = await writeSuiteConfig(ports);
  const workFolder = join(ROOT, '.local', `suite-${ports.hub}`);
  await mkdir(workFolder, { recursive: true });
  const logFile = join(workFolder, 'suite.log');
  const tempFolder = suiteTempFolder(ports);
  await mkdir(tempFolder, { recursive: true });
  const child = spawn(
    join(ROOT, 'node_modules', '.bin', 'firebase'),
    [
      ['emulators:start', '--only', emulators],
      ['--config', config.path, '--project', PROJECT_ID],
      keptData === null ? [] : ['--export-on-exit', keptData],
      keptData !== null && existsSync(keptData) ? ['--import', keptData] : [],
    ].flat(),
    // Its own process group: Ctrl-C reaches it once, through stop(), and not a second time.
    {
      cwd: workFolder,
      env: emulatorEnvironment(jdk, jars, tempFolder),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );

  let started: number[] = [];
  const forget = signal === undefined ? endWithThis({ stop, kill }) : () => {};

  function kill(): void {
    for (const pid of [...(child.pid === undefined ? [] : [-child.pid]), ...started]) killNow(pid);
    rmSync(config.path, { force: true });
    rmSync(tempFolder, { recursive: true, force: true });
  }

  async function stop(): Promise<void> {
    if (child.pid !== undefined) {
      const graceMs = keptData === null ? STOP_GRACE_MS : EXPORT_GRACE_MS;
      await stopProcessTree(child.pid, graceMs, started);
    }
    await config.remove();
    await rm(tempFolder, { recursive: true, force: true });
    forget();
  }

  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', () =>
      reject(new SetupError(`The emulators ended by themselves: see ${logFile}.`)),
    );
  });
  failed.catch(() => {});

  try {
    await Promise.race([
      untilReady(child, logFile),
      failed,
      ...(signal ? [untilAborted(signal)] : []),
    ]);
    // The emulators in Java outlive firebase-tools if that dies.
    started = child.pid === undefined ? [] : await processTree(child.pid);
    const url = `http://${HOST}:${ports.hosting}`;
    return { url, env: environmentFor(ports), logFile, failed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The Storage emulator keeps its objects in the system's temporary folder, under one name for all.
 * Sockets lie there, too, whose paths must be short.
 */
export function suiteTempFolder({ hub }: Pick<SuitePorts, 'hub'>): string {
  return join(tmpdir(), `plaza-${hub}`);
}

function emulatorEnvironment(
  jdk: Jdk,
  jars: Record<string, string>,
  tempFolder: string,
): NodeJS.ProcessEnv {
  const path = [join(jdk.home, 'bin'), join(ROOT, 'node_modules', '.bin'), process.env['PATH']];
  return {
    ...process.env,
    ...jars,
    PATH: path.join(delimiter),
    JAVA_HOME: jdk.home,
    TMPDIR: tempFolder,
    // Without a terminal firebase-tools asks nothing, and with CI set it calls nobody.
    CI: '1',
    FUNCTIONS_DISCOVERY_TIMEOUT: DISCOVERY_SECONDS,
    METADATA_SERVER_DETECTION: 'none',
    HTTP_PROXY: '',
    HTTPS_PROXY: '',
  };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(new SetupError('Stopped before it had started.'));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

function untilReady(child: ChildProcess, logFile: string): Promise<void> {
  const log = createWriteStream(logFile);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        new SetupError(
          `The emulators were not ready after ${READY_TIMEOUT_MS / 1000} s: see ${logFile}.`,
        ),
      );
    }, READY_TIMEOUT_MS);
    let output = '';
    let state: StartState = 'starting';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        log.write(chunk);
        if (state !== 'starting') return;
        output += chunk.toString();
        state = startState(output);
        if (state === 'starting') return;
        clearTimeout(timer);
        if (state === 'ready') resolve();
        else reject(new SetupError(`${state.failure} See ${logFile}.`));
      });
    }
    child.once('exit', () => clearTimeout(timer));
  });
}

export function environmentFor(ports: SuitePorts): Record<string, string> {
  return {
    GCLOUD_PROJECT: PROJECT_ID,
    FIREBASE_AUTH_EMULATOR_HOST: `${HOST}:${ports.auth}`,
    FIRESTORE_EMULATOR_HOST: `${HOST}:${ports.firestore}`,
    FIREBASE_STORAGE_EMULATOR_HOST: `${HOST}:${ports.storage}`,
    FIREBASE_EMULATOR_HUB: `${HOST}:${ports.hub}`,
    METADATA_SERVER_DETECTION: 'none',
    PLAZA_URL: `http://${HOST}:${ports.hosting}`,
    PLAZA_FUNCTIONS_HOST: `${HOST}:${ports.functions}`,
  };
}
