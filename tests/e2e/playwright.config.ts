import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS } from '../../tools/browser/chromium-args.ts';
import { enterSuiteOfWorker, suites } from '../../tools/test/suite-of-worker.ts';

enterSuiteOfWorker();

/** What leaves so many messages behind that each later test would take longer. */
const FLOODS = /(end-of-list|flood|hidden-people|history|picture-rows)\.spec\.ts/;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  projects: [
    { name: 'quiet', testIgnore: FLOODS },
    { name: 'floods', testMatch: FLOODS },
  ],
  workers: suites().length,
  // On a busy machine all takes its time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  use: {
    baseURL: process.env['PLAZA_URL'] ?? 'http://127.0.0.1:5000',
    // Tests of the worker let it work; elsewhere it would only fetch everything again for each person.
    serviceWorkers: 'block',
    viewport: { width: 1024, height: 768 },
    // Pictures and copies of the page at each step cost a tenth of the processor's time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    launchOptions: {
      args: [...CHROMIUM_ARGS],
      ...(process.env['CHROMIUM_PATH'] === undefined
        ? {}
        : { executablePath: process.env['CHROMIUM_PATH'] }),
    },
  },
});
