import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '../browser/find-chromium.ts';
import { runLabelled } from '../process/run-labelled.ts';
import { ROOT } from '../root.ts';
import { SUITES } from './suite-of-worker.ts';
import type { TestResult } from './test-result.ts';

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Runs the browser tests, as many at once as there are suites. A skipped or flaky one counts as failed. */
export async function runPlaywright(
  suites: readonly Readonly<Record<string, string>>[],
): Promise<TestResult> {
  const report = join(ROOT, '.local', `playwright-${process.pid}.json`);
  const code = await runLabelled(
    'e2e',
    'playwright',
    ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        [SUITES]: JSON.stringify(suites),
        CHROMIUM_PATH: await findChromium(),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    },
  );
  const text = await readFile(report, 'utf8').catch(() => null);
  await rm(report, { force: true });
  if (text === null) return { name: 'e2e', passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = (JSON.parse(text) as PlaywrightReport).stats;
  const failed = unexpected + flaky + skipped;
  return { name: 'e2e', passed: expected, failed: code === 0 ? failed : Math.max(failed, 1) };
}
