import { setTimeout as sleep } from 'node:timers/promises';
import { END_SIGNALS } from '../process/end-with-this.ts';
import { step } from '../progress.ts';
import { SetupError } from '../setup-error.ts';
import { HOST, type SuitePorts } from './ports.ts';
import { startSuite, type Suite, type SuiteOptions } from './suite.ts';

const PAGE_TIMEOUT_MS = 60_000;
/** The exit code of a signal that came before anything was served. */
const STOPPED_BEFORE = 130;

/** Resolves with the first signal that asks this process to end. */
function untilSignalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of END_SIGNALS) process.on(signal, () => resolve());
  });
}

async function untilPageAnswers(url: string): Promise<void> {
  const deadline = Date.now() + PAGE_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const page = await fetch(url).catch(() => null);
    if (page?.ok === true && (await page.text()).includes('id="root"')) return;
    await sleep(100);
  }
  throw new SetupError(`The page at ${url} does not answer.`);
}

function printTable(ports: SuitePorts): void {
  const rows: [string, number][] = [
    ['Auth', ports.auth],
    ['Firestore', ports.firestore],
    ['Functions', ports.functions],
    ['Storage', ports.storage],
    ['Hub', ports.hub],
  ];
  console.log('');
  for (const [name, port] of rows) console.log(`  ${name.padEnd(10)} ${HOST}:${port}`);
}

/**
 * Runs the suite and `openPage`, which resolves with the page's URL, until Ctrl-C. Whatever
 * happens, nothing is left running. Resolves with the exit code.
 */
export async function serveUntilStopped(
  options: SuiteOptions,
  openPage: (suite: Suite) => Promise<string>,
): Promise<number> {
  const stopping = new AbortController();
  const signalled = untilSignalled().then(() => stopping.abort());
  const suite = await step('Starting the Firebase emulators', () =>
    startSuite({ ...options, signal: stopping.signal }).catch((error: unknown) => {
      if (stopping.signal.aborted) return null;
      throw error;
    }),
  );
  if (suite === null) return STOPPED_BEFORE;
  try {
    const url = await Promise.race([openPage(suite), signalled]);
    if (url === undefined) return STOPPED_BEFORE;
    await Promise.race([untilPageAnswers(url), suite.failed, signalled]);
    printTable(options.ports);
    console.log(`\nPlaza runs. Ctrl-C ends it.\n${url}`);
    await Promise.race([signalled, suite.failed]);
    return 0;
  } finally {
    await step('Stopping', () => suite.stop());
  }
}
