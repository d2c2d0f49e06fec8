import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pick, seededRandom } from '../../tools/random/seeded-random.ts';
import { EQUIVALENT_MUTANTS } from '../../tools/rules/equivalent-mutants.ts';
import { mutantsOf } from '../../tools/rules/mutants.ts';
import { mutationScore, outdatedEquivalents } from '../../tools/rules/mutation-score.ts';
import { runFuzz } from '../../tools/rules/run-fuzz.ts';
import { runMutants } from '../../tools/rules/run-mutants.ts';
import { TABLES } from './cases/tables.ts';
import { rulesProject } from './rules-project.ts';

/** The whole of each is a command of its own: `npm run mutate:rules` and `npm run fuzz:rules`. */
const MUTANTS = 30;
const FUZZ_RUNS = 1_000;
/** The rarest of the planted changes is told in one run of 300: the chance that all of these miss it is below 1e-14. */
const RUNS_TO_TELL = 10_000;
/** It can shrink, and then this shrinks with it. */
const EQUIVALENT_MUTANTS_MAX = 15;
const TIMEOUT_MS = 300_000;

const { address } = rulesProject('');
const rules = await readFile('firestore.rules', 'utf8');
const mutants = mutantsOf(rules);
const seed = randomInt(2 ** 31);

test(
  `[RU21] a sample of mutants is killed (seed ${seed})`,
  async () => {
    const random = seededRandom(seed);
    const others = mutants.filter(({ id }) => !(id in EQUIVALENT_MUTANTS));
    const sample = new Set(Array.from({ length: MUTANTS }, () => pick(random, others)));
    const cases = Object.values(TABLES).flat();
    const verdicts = await runMutants({ address, mutants: [...sample], cases, workers: 3 });
    const { problems, mutants: judged } = mutationScore(verdicts, EQUIVALENT_MUTANTS);
    expect(problems).toEqual([]);
    expect(judged).toBeGreaterThan(MUTANTS / 2);
  },
  TIMEOUT_MS,
);

test('[RU21] the list of equivalent mutants names mutants only, and only shrinks', () => {
  expect(outdatedEquivalents(mutants, EQUIVALENT_MUTANTS)).toEqual([]);
  expect(Object.keys(EQUIVALENT_MUTANTS)).toHaveLength(EQUIVALENT_MUTANTS_MAX);
});

test(
  `[RU22] the rules and the oracle agree on random questions (seed ${seed})`,
  async () => {
    const { disagreements, allowed } = await runFuzz({
      address,
      rules,
      runs: FUZZ_RUNS,
      seed,
      workers: 3,
    });
    expect(disagreements).toEqual([]);
    expect(allowed).toBeGreaterThan(FUZZ_RUNS / 10);
    expect(allowed).toBeLessThan((FUZZ_RUNS * 9) / 10);
  },
  TIMEOUT_MS,
);

test.each([
  ['&& isSelf(message.uid)', ''],
  ['message.attachments.size() > 0', 'message.attachments.size() >= 0'],
  ['&& isLedgered(messageId)', ''],
  ["&& !exists(path('deletions', uid))", ''],
  ['duration.value(10', 'duration.value(11'],
  ['value.size() <= maxChars', 'value.size() < maxChars'],
])(
  '[RU22] random questions tell %j from %j',
  async (part, other) => {
    expect(rules).toContain(part);
    const planted = rules.replace(part, other);
    const run = {
      address,
      rules: planted,
      runs: RUNS_TO_TELL,
      seed,
      workers: 3,
      stopAtFirst: true,
    };
    expect((await runFuzz(run)).disagreements.length).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);
