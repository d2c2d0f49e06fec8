import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { buildFunctions } from '../build/build-functions.ts';
import { buildWeb } from '../build/build-web.ts';
import { buildWithout } from '../faults/build-without.ts';
import { PROTECTIONS, type ProtectionName } from '../faults/protections.ts';
import type { Outcome } from '../faults/run-scenario.ts';
import { runSeeds, type Seeds } from '../faults/run-seeds.ts';
import { startPlayer, type Player, type Removed } from '../faults/start-player.ts';
import { tryWithout, type Removal } from '../faults/try-without.ts';
import { step } from '../progress.ts';
import { SetupError } from '../setup-error.ts';
import { findFreePorts } from '../suite/ports.ts';
import { startSuite, type Suite } from '../suite/suite.ts';
import { useFrugalJava } from '../suite/use-frugal-java.ts';
import { runCommand } from './run-command.ts';

/** So soon a check has to notice that a protection is gone. */
const SEEDS_WITHOUT = 50;
/** Scenarios until emulators are started afresh: Firestore's never gives back what it has held. */
const SEEDS_PER_SUITE = 50;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    suites: { type: 'string', default: '2' },
    without: { type: 'string' },
  },
});

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new SetupError(`--${name} takes a whole number, not "${text}".`);
}

function chosenProtections(): ProtectionName[] {
  const all = Object.keys(PROTECTIONS) as ProtectionName[];
  if (values.without === undefined) return [];
  const chosen = all.filter((name) => values.without === 'all' || values.without === name);
  if (chosen.length > 0) return chosen;
  throw new SetupError(`--without takes all, ${all.join(', ')}, not "${values.without}".`);
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

/** After trouble, not all that was planned can be done. */
function stepsOf(outcomes: readonly Outcome[]): { planned: number; done: number } {
  return {
    planned: outcomes.reduce((sum, { plan }) => sum + plan.steps.length, 0),
    done: outcomes.reduce((sum, { done }) => sum + done.length, 0),
  };
}

/** Starts so many suites, with a player on each, for as long as `work` takes. */
async function withPlayers<T>(
  count: number,
  removed: Removed | null,
  work: (players: readonly Player[]) => Promise<T>,
): Promise<T> {
  const suites: Suite[] = [];
  const players: Player[] = [];
  try {
    await step(`Starting the Firebase emulators, ${count} times`, async () => {
      while (suites.length < count) {
        suites.push(await startSuite({ ports: await findFreePorts(), keptData: null }));
      }
    });
    for (const { env } of suites) players.push(startPlayer(env, removed));
    return await work(players);
  } finally {
    await Promise.all(players.map((player) => player.close()));
    await Promise.all(suites.map((suite) => suite.stop()));
  }
}

async function playAll({ from, count }: Seeds, suites: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const inOneGo = suites * SEEDS_PER_SUITE;
  for (let played = 0; played < count; played += inOneGo) {
    const seeds = { from: from + played, count: Math.min(inOneGo, count - played) };
    await withPlayers(suites, null, (players) =>
      step(`Playing ${seeds.count} scenarios from seed ${seeds.from} on`, () =>
        runSeeds(players, seeds, (outcome) => {
          outcomes.push(outcome);
          printWithLog(outcome);
          return 'go on';
        }),
      ),
    );
  }
  return outcomes;
}

async function removeEach(
  chosen: readonly ProtectionName[],
  seeds: Seeds,
  suites: number,
): Promise<Removal[]> {
  const removals: Removal[] = [];
  for (const protection of chosen) {
    const { replacements } = PROTECTIONS[protection];
    const clientFolder = await buildWithout(protection, replacements);
    removals.push(
      await withPlayers(suites, { protection, clientFolder }, (players) =>
        step(`Without ${protection}, from seed ${seeds.from} on`, () =>
          tryWithout(protection, players, seeds, print),
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
  useFrugalJava();
  const startedAt = Date.now();
  const chosen = chosenProtections();
  const seeds: Seeds = {
    from: wholeNumber('from', values.from ?? String(randomInt(2 ** 31))),
    count: wholeNumber('seeds', values.seeds ?? String(chosen.length > 0 ? SEEDS_WITHOUT : 12)),
  };
  const suites = wholeNumber('suites', values.suites);
  if (suites === 0)
    throw new SetupError('--suites takes at least 1: on none nothing can be played.');
  await step('Building', () => Promise.all([buildFunctions(), buildWeb()]));
  const removals = await removeEach(chosen, seeds, suites);
  const outcomes = chosen.length > 0 ? [] : await playAll(seeds, suites);
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
      ...stepsOf(outcomes),
      seconds,
    }),
  );
  return failing.length === 0 ? 0 : 1;
});
