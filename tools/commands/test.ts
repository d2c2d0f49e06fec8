import { buildFunctions } from '../build/build-functions.ts';
import { buildWeb } from '../build/build-web.ts';
import { step } from '../progress.ts';
import { SetupError } from '../setup-error.ts';
import { forgetDocuments } from '../suite/forget-documents.ts';
import { findFreePorts } from '../suite/ports.ts';
import { startSuite, type Suite } from '../suite/suite.ts';
import { useFrugalJava } from '../suite/use-frugal-java.ts';
import { runPlaywright } from '../test/run-playwright.ts';
import { SUITES } from '../test/suite-of-worker.ts';
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
/** Suites of tests side by side, each lane on emulators of its own. */
const LANES = [['rules', 'storage-rules'], ['functions']];
/** It needs no emulators but those that it starts, and both cores for them. */
const TOOLS = 'tools';
const E2E = 'e2e';
const FAULTS = 'faults';
const ALL = [...Object.keys(ALONE), ...LANES.flat(), TOOLS, E2E, FAULTS];

/** One after the other: the second does not ask for what the first downloads. */
async function startSuites(count: number): Promise<Suite[]> {
  const suites: Suite[] = [];
  if (count === 0) return suites;
  try {
    await Promise.all([buildFunctions(), buildWeb()]);
    while (suites.length < count) {
      suites.push(await startSuite({ ports: await findFreePorts(), keptData: null }));
    }
    return suites;
  } catch (error) {
    await stopAll(suites);
    throw error;
  }
}

async function stopAll(suites: readonly Suite[]): Promise<void> {
  await Promise.all(suites.map((suite) => suite.stop()));
}

function suiteCount(chosen: readonly string[], laneCount: number): number {
  if (chosen.includes(E2E)) return LANES.length;
  return chosen.every((name) => name in ALONE || name === TOOLS) ? 0 : Math.max(1, laneCount);
}

async function runAll(chosen: readonly string[]): Promise<TestResult[]> {
  const lanes = LANES.map((lane) => lane.filter((name) => chosen.includes(name))).filter(
    (lane) => lane.length > 0,
  );
  const results: TestResult[] = [];
  async function runLane(lane: readonly string[], env: Record<string, string> = {}): Promise<void> {
    for (const name of lane) results.push(await step(name, () => runVitest(name, env)));
  }
  const starting = startSuites(suiteCount(chosen, lanes.length));
  starting.catch(() => {});
  try {
    for (const [name, check] of Object.entries(ALONE)) {
      if (chosen.includes(name)) results.push(await step(name, check));
    }
    const suites = await step('waiting for the Firebase emulators', () => starting);
    const environments = suites.map(({ env }) => env);
    await Promise.all(lanes.map((lane, index) => runLane(lane, environments[index])));
    await runLane([TOOLS].filter((name) => chosen.includes(name)));
    for (const [name, run] of [
      [E2E, () => runPlaywright(environments)],
      [
        FAULTS,
        () => runVitest(FAULTS, { ...environments[0], [SUITES]: JSON.stringify(environments) }),
      ],
    ] as const) {
      if (!chosen.includes(name)) continue;
      // What other tests have left has times of their own invention, and costs time.
      await Promise.all(environments.map(forgetDocuments));
      results.push(await step(name, run));
    }
  } finally {
    await starting.then(stopAll).catch(() => {});
  }
  return results;
}

await runCommand(async () => {
  useFrugalJava();
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
