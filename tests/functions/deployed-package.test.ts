import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFunctions } from '../../tools/build/build-functions.ts';
import { capture } from '../../tools/process/run.ts';
import { ROOT } from '../../tools/root.ts';

const SIZES = ['availableMemoryMb', 'concurrency', 'maxInstances', 'timeoutSeconds'] as const;

interface Endpoint extends Record<(typeof SIZES)[number], number | null> {
  region: string[];
  eventTrigger?: { retry: boolean };
  taskQueueTrigger?: { rateLimits: Record<string, number> };
}

const ENVIRONMENT = {
  GCLOUD_PROJECT: 'demo-elsewhere',
  FIREBASE_CONFIG: JSON.stringify({ projectId: 'demo-elsewhere', storageBucket: 'elsewhere' }),
};

let folder: string;
let endpoints: Record<string, Endpoint>;

async function runIn(folder: string, program: string, args: string[], env = {}): Promise<string> {
  const { code, output } = await capture(program, args, {
    cwd: folder,
    env: { ...process.env, ...ENVIRONMENT, ...env },
  });
  if (code !== 0) throw new Error(output);
  return output;
}

beforeAll(async () => {
  await buildFunctions();
  folder = await mkdtemp(join(tmpdir(), 'plaza-package-'));
  await cp(join(ROOT, 'functions', 'dist'), folder, { recursive: true });
  const quietly = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  await runIn(folder, 'npm', ['ci', '--omit=dev', ...quietly]);
  // What the deployment does to learn which functions there are: it loads the package.
  const manifest = join(folder, 'functions.yaml');
  const bin = join(folder, 'node_modules', '.bin', 'firebase-functions');
  await runIn(folder, process.execPath, [bin, folder], {
    FUNCTIONS_MANIFEST_OUTPUT_PATH: manifest,
  });
  const stack = JSON.parse(await readFile(manifest, 'utf8')) as { endpoints: typeof endpoints };
  endpoints = stack.endpoints;
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('[FN30] the deployed package installs and loads by itself', () => {
  expect(Object.keys(endpoints).toSorted()).toEqual([
    'deleteAccount',
    'exportMyData',
    'health',
    'onArchivedMessageDeleted',
    'onMessageCreated',
    'onMessageDeleted',
    'onReportCreated',
    'onUserRenamed',
    'reconcileEverything',
    'renameMessages',
    'writeExport',
  ]);
});

test('[FN30] each function says where and how much it runs, and events are repeated', () => {
  for (const [name, endpoint] of Object.entries(endpoints)) {
    expect.soft(endpoint.region, name).toEqual(['us-central1']);
    expect
      .soft(
        SIZES.filter((size) => typeof endpoint[size] !== 'number'),
        name,
      )
      .toEqual([]);
    expect.soft(endpoint.eventTrigger?.retry ?? true, name).toBe(true);
  }
});

test('[FN19] the tasks of all renames run one after the other', () => {
  const { concurrency, maxInstances, taskQueueTrigger } = endpoints['renameMessages'] ?? {};
  expect({ concurrency, maxInstances }).toEqual({ concurrency: 1, maxInstances: 1 });
  expect(taskQueueTrigger?.rateLimits).toMatchObject({ maxConcurrentDispatches: 1 });
});

test('[FN31] a function that shows no image does not load the image library', async () => {
  const script = `await import('./index.js'); console.log(process.report.getReport().sharedObjects.some((file) => file.includes('vips')))`;
  const args = ['--input-type=module', '--eval', script];
  expect((await runIn(folder, process.execPath, args)).trim()).toBe('false');
});
