import { buildFunctions } from '../build/build-functions.ts';
import { buildWeb } from '../build/build-web.ts';
import { step } from '../progress.ts';
import { SetupError } from '../setup-error.ts';
import { findFreePorts } from '../suite/ports.ts';
import { startSuite, type Suite } from '../suite/suite.ts';
import { runPlaywright } from '../test/run-playwright.ts';
import { runVitest } from '../test/run-vitest.ts';
import { checkSpec } from '../test/check-spec.ts';
import { checkFormat, checkLint, checkTypes } from '../test/static-checks.ts';
import type { TestResult } from '../test/test-result.ts';
import { runCommand } from './run-command.ts';

const ALONE = {
  format: checkFormat,
  lint: checkLint,
  types: checkTypes,
  spec: checkSpec,
  unit: () => runVitest('unit', {}),
};
const OVER_EMULATORS = ['rules', 'storage-rules', 'functions', 'e2e'];
/** It starts suites of its own. */
const TOOLS = 'tools';
const ALL = [...Object.keys(ALONE), ...OVER_EMULATORS, TOOLS];

async function prepareSuite(): Promise<Suite> {
  await Promise.all([buildFunctions(), buildWeb()]);
  return startSuite({ ports: await findFreePorts(), keptData: null });
}

async function runAll(chosen: readonly string[]): Promise<TestResult[]> {
  const results: TestResult[] = [];
  const suite = OVER_EMULATORS.some((name) => chosen.includes(name)) ? prepareSuite() : undefined;
  suite?.catch(() => {});
  try {
    for (const [name, check] of Object.entries(ALONE)) {
      if (chosen.includes(name)) results.push(await step(name, check));
    }
    if (suite !== undefined) {
      const { env } = await step('Starting the Firebase emulators', () => suite);
      for (const name of OVER_EMULATORS.filter((name) => chosen.includes(name))) {
        results.push(
          await step(name, () => (name === 'e2e' ? runPlaywright(env) : runVitest(name, env))),
        );
      }
    }
  } finally {
    await suite?.then((running) => running.stop()).catch(() => {});
  }
  if (chosen.includes(TOOLS)) results.push(await step(TOOLS, () => runVitest(TOOLS, {})));
  return results;
}

await runCommand(async () => {
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !ALL.includes(name));
  if (unknown !== undefined) {
    throw new SetupError(`There are no tests named "${unknown}": choose from ${ALL.join(', ')}.`);
  }
  const results = await runAll(named.length === 0 ? ALL : named);
  console.log('');
  for (const { name, passed, failed } of results) {
    console.log(`  ${name.padEnd(14)} ${passed} passed, ${failed} failed`);
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
