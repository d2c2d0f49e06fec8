import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { buildFunctions } from '../build/build-functions.ts';
import { buildWeb } from '../build/build-web.ts';
import { openStage } from '../faults/open-stage.ts';
import { PROTECTIONS, type Protection } from '../faults/protections.ts';
import type { Outcome } from '../faults/run-scenario.ts';
import { runSeeds, type Seeds } from '../faults/run-seeds.ts';
import { tryWithout, type Removal } from '../faults/try-without.ts';
import { step } from '../progress.ts';
import { SetupError } from '../setup-error.ts';
import { findFreePorts } from '../suite/ports.ts';
import { startSuite } from '../suite/suite.ts';
import { runCommand } from './run-command.ts';

/** So soon a check has to notice that a protection is gone. */
const SEEDS_WITHOUT = 50;
/** Scenarios until the emulators are started afresh: Firestore's never gives back what it has held. */
const SEEDS_PER_SUITE = 50;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    workers: { type: 'string', default: '3' },
    without: { type: 'string' },
  },
});

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new SetupError(`--${name} takes a whole number, not "${text}".`);
}

function chosenProtections(): [string, Protection][] {
  const all: [string, Protection][] = Object.entries(PROTECTIONS);
  if (values.without === undefined) return [];
  const chosen = all.filter(([name]) => values.without === 'all' || values.without === name);
  if (chosen.length > 0) return chosen;
  const names = all.map(([name]) => name).join(', ');
  throw new SetupError(`--without takes all, ${names}, not "${values.without}".`);
}

function print({ plan, messages, violations }: Outcome): void {
  const verdict = violations.length === 0 ? 'ok' : 'VIOLATED';
  console.log(`  seed ${plan.seed}, ${plan.theme}, ${messages} messages: ${verdict}`);
}

function printWithLog(outcome: Outcome): void {
  print(outcome);
  if (outcome.violations.length === 0) return;
  for (const { check, detail } of outcome.violations) console.log(`    ${check}: ${detail}`);
  for (const line of outcome.log) console.log(`      ${line}`);
}

/** Runs `work` over emulators of its own. */
async function withSuite<T>(work: () => Promise<T>): Promise<T> {
  const ports = await findFreePorts();
  const suite = await step('Starting the Firebase emulators', () =>
    startSuite({ ports, keptData: null }),
  );
  try {
    Object.assign(process.env, suite.env);
    return await work();
  } finally {
    await suite.stop();
  }
}

async function playAll({ from, count, workers }: Seeds): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let played = 0; played < count; played += SEEDS_PER_SUITE) {
    const seeds = {
      from: from + played,
      count: Math.min(SEEDS_PER_SUITE, count - played),
      workers,
    };
    await withSuite(() => play(seeds, outcomes));
  }
  return outcomes;
}

async function play(seeds: Seeds, outcomes: Outcome[]): Promise<void> {
  const stage = await openStage();
  try {
    await step(`Playing ${seeds.count} scenarios from seed ${seeds.from} on`, () =>
      runSeeds(stage, seeds, (outcome) => {
        outcomes.push(outcome);
        printWithLog(outcome);
        return 'go on';
      }),
    );
  } finally {
    await stage.close();
  }
}

async function removeEach(chosen: [string, Protection][], seeds: Seeds): Promise<Removal[]> {
  const removals: Removal[] = [];
  for (const [name, protection] of chosen) {
    removals.push(
      await withSuite(() =>
        step(`Without ${name}, from seed ${seeds.from} on`, () =>
          tryWithout(name, protection, seeds, print),
        ),
      ),
    );
  }
  if (removals.length === 0) return removals;
  console.log('\n  Without          scenarios until noticed');
  for (const { protection, seeds, checks } of removals) {
    console.log(`  ${protection.padEnd(15)}  ${seeds ?? 'never'}  ${checks.join('; ')}`);
  }
  return removals;
}

await runCommand(async () => {
  const startedAt = Date.now();
  const chosen = chosenProtections();
  const seeds: Seeds = {
    from: wholeNumber('from', values.from ?? String(randomInt(2 ** 31))),
    count: wholeNumber('seeds', values.seeds ?? String(chosen.length > 0 ? SEEDS_WITHOUT : 12)),
    workers: wholeNumber('workers', values.workers),
  };
  await step('Building', () => Promise.all([buildFunctions(), buildWeb()]));
  const removals = await removeEach(chosen, seeds);
  const outcomes = chosen.length > 0 ? [] : await playAll(seeds);
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  if (chosen.length > 0) {
    console.log(JSON.stringify({ removals, seconds }));
    return removals.every(({ seeds }) => seeds !== null) ? 0 : 1;
  }
  const failing = outcomes.filter(({ violations }) => violations.length > 0);
  console.log(
    JSON.stringify({
      scenarios: outcomes.length,
      violations: failing.reduce((sum, { violations }) => sum + violations.length, 0),
      failingSeeds: failing.map(({ plan }) => plan.seed),
      messages: outcomes.reduce((sum, { messages }) => sum + messages, 0),
      seconds,
    }),
  );
  return failing.length === 0 ? 0 : 1;
});
