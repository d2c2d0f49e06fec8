import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { checkResult, type TestResult } from './test-result.ts';

const RULES = 'docs/spec/*.md';
const TESTS = '{shared,web,functions}/src/**/*.test.{ts,tsx}';
const OTHER_TESTS = '{tests,tools}/**/*.{test,spec}.ts';

/** At the start of a string, after other ids if there are some: in a comment it tests nothing. */
const ID_OF_TITLE = /(?<=['"`](?:\[[A-Z]{2}\d+\] )*)\[([A-Z]{2}\d+)\]/g;

async function idsIn(patterns: string[], id: RegExp): Promise<string[]> {
  const ids: string[] = [];
  for await (const file of glob(patterns, { cwd: ROOT })) {
    const text = await readFile(join(ROOT, file), 'utf8');
    ids.push(...[...text.matchAll(id)].map(([, found = '']) => found));
  }
  return ids;
}

/** Every rule of the specification has a test that names it, and every test names rules that exist. */
export async function checkSpec(): Promise<TestResult> {
  const rules = await idsIn([RULES], /^- \*\*([A-Z]+\d+)\*\*/gm);
  const tested = new Set(await idsIn([TESTS, OTHER_TESTS], ID_OF_TITLE));
  const problems = [
    ...rules.filter((id, index) => rules.indexOf(id) !== index).map((id) => `${id} is there twice`),
    ...rules.filter((id) => !tested.has(id)).map((id) => `${id} has no test`),
    ...[...tested].filter((id) => !rules.includes(id)).map((id) => `${id} is tested, but no rule`),
  ];
  for (const problem of problems) console.log(`  ${problem}`);
  return checkResult('spec', problems.length === 0);
}
