import { capture, type Captured } from '../process/run.ts';
import { ROOT } from '../root.ts';
import { checkResult, type TestResult } from './test-result.ts';

const TYPED_FOLDERS = ['shared', 'web', 'functions', '.'];

async function check(name: string, commands: readonly (readonly string[])[]): Promise<TestResult> {
  const results: Captured[] = [];
  for (const [program = '', ...args] of commands) {
    results.push(await capture(program, args, { cwd: ROOT }));
  }
  const failures = results.filter(({ code }) => code !== 0);
  for (const { output } of failures) console.log(output);
  return checkResult(name, failures.length === 0);
}

export function checkFormat(): Promise<TestResult> {
  return check('format', [['prettier', '--check', '--log-level=warn', '.']]);
}

export function checkLint(): Promise<TestResult> {
  return check('lint', [['oxlint']]);
}

export function checkTypes(): Promise<TestResult> {
  return check(
    'types',
    TYPED_FOLDERS.map((folder) => ['tsc', '--noEmit', '-p', folder]),
  );
}
