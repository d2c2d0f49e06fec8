import { seededRandom } from '../random/seeded-random.ts';
import { QuestionRunner } from './question-runner.ts';
import { loadRules } from './firestore-emulator.ts';
import { FromNow, ServerTime, type Fields, type Value } from './firestore-value.ts';
import { isRight } from './oracle.ts';
import { randomQuestion } from './random-question.ts';
import type { Documents, Question } from './request.ts';
import { WORLD } from './world.ts';

export interface FuzzRun {
  /** `host:port` of the Firestore emulator. */
  readonly address: string;
  readonly rules: string;
  readonly runs: number;
  readonly seed: number;
  /** How many at a time, each in a project of its own. */
  readonly workers: number;
  readonly stopAtFirst?: boolean;
}

export interface Disagreement {
  /** The number of the run: with the seed it says which question it was. */
  readonly run: number;
  readonly question: Question;
  readonly oracleAllows: boolean;
}

export interface FuzzResult {
  readonly allowed: number;
  readonly disagreements: readonly Disagreement[];
}

/** The time of writing is a time like any other for those who come later. */
function settle(fields: Fields): Fields {
  const entries = Object.entries(fields).map(([name, value]): [string, Value] => [
    name,
    value instanceof ServerTime ? new FromNow(0) : value,
  ]);
  return Object.fromEntries(entries);
}

const SETTLED_WORLD: Documents = Object.fromEntries(
  Object.entries(WORLD).map(([path, fields]) => [path, settle(fields)]),
);

/** The question of one run, the same for the same seed. */
function questionOf(seed: number, run: number): Question {
  const { seed: changes = {}, ...question } = randomQuestion(
    seededRandom(Math.imul(seed, 1_000_003) + run),
  );
  const settled = Object.entries(changes).map(([path, fields]): [string, Fields | null] => [
    path,
    fields === null ? null : settle(fields),
  ]);
  return { ...question, seed: Object.fromEntries(settled) };
}

/** Puts random questions to the rules and to the oracle. */
export async function runFuzz({
  address,
  rules,
  runs,
  seed,
  workers,
  stopAtFirst = false,
}: FuzzRun): Promise<FuzzResult> {
  const disagreements: Disagreement[] = [];
  let allowed = 0;
  let next = 0;

  async function work(worker: number): Promise<void> {
    const project = { address, projectId: `demo-fuzz-${worker}` };
    await loadRules(project, rules);
    const runner = await QuestionRunner.open(project, SETTLED_WORLD);
    while (next < runs) {
      const run = next++;
      const question = questionOf(seed, run);
      const { answer, oracleAllows } = await ask(runner, question);
      if (answer) allowed++;
      if (answer === oracleAllows) continue;
      disagreements.push({ run, question, oracleAllows });
      if (stopAtFirst) next = runs;
    }
  }

  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  return { allowed, disagreements: disagreements.toSorted((a, b) => a.run - b.run) };
}

/** Asks again as long as the oracle would have changed its mind in between. */
async function ask(
  runner: QuestionRunner,
  question: Question,
): Promise<{ answer: boolean; oracleAllows: boolean }> {
  const before = documentsBefore(question);
  for (;;) {
    const seededAt = Date.now();
    const answer = await runner.run(question);
    const { actor, request } = question;
    const [early, late] = [seededAt, Date.now()].map((now) =>
      isRight(before, actor, request, { seededAt, now }),
    );
    if (early !== undefined && early === late) return { answer, oracleAllows: early };
  }
}

function documentsBefore({ seed = {} }: Question): Documents {
  const documents = Object.entries({ ...SETTLED_WORLD, ...seed });
  return Object.fromEntries(
    documents.filter((entry): entry is [string, Fields] => entry[1] !== null),
  );
}
