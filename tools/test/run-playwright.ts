import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '../browser/find-chromium.ts';
import { runLabelled } from '../process/run-labelled.ts';
import { ROOT } from '../root.ts';
import { SUITES } from './suite-of-worker.ts';
import type { TestResult } from './test-result.ts';

/** Of each kind, so many tests. */
interface Stats {
  readonly expected: number;
  readonly unexpected: number;
  /** Passed at the second try only. */
  readonly flaky: number;
  readonly skipped: number;
}

/** What the emulator misses to tell fails a test in some runs. More than these have another reason. */
const FLAKY_MAX = 2;

/** A skipped one counts as failed, as do those that passed at the second try when they are many. */
export function countTests({ expected, unexpected, flaky, skipped }: Stats) {
  const isTolerable = flaky <= FLAKY_MAX;
  return {
    passed: expected + (isTolerable ? flaky : 0),
    failed: unexpected + skipped + (isTolerable ? 0 : flaky),
  };
}

/** Runs the browser tests, as many at once as there are suites. Playwright names those that it had to try twice. */
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
  const { passed, failed } = countTests((JSON.parse(text) as { readonly stats: Stats }).stats);
  return { name: 'e2e', passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}
