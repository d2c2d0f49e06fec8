import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runLabelled } from '../process/run-labelled.ts';
import { ROOT } from '../root.ts';
import type { TestResult } from './test-result.ts';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Runs one Vitest project. A skipped test and a file that does not load count as failed. */
export async function runVitest(project: string, env: Record<string, string>): Promise<TestResult> {
  const report = join(ROOT, '.local', `vitest-${project}-${process.pid}.json`);
  const code = await runLabelled(
    project,
    'vitest',
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: ROOT, env: { ...process.env, ...env } },
  );
  const text = await readFile(report, 'utf8').catch(() => null);
  await rm(report, { force: true });
  if (text === null) return { name: project, passed: 0, failed: 1 };
  const found = JSON.parse(text) as VitestReport;
  const unloaded = found.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = found.numFailedTests + found.numPendingTests + found.numTodoTests + unloaded;
  return {
    name: project,
    passed: found.numPassedTests,
    failed: code === 0 ? failed : Math.max(failed, 1),
  };
}
