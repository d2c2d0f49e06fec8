import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { step } from '../progress.ts';
import { ROOT } from '../root.ts';
import { runFuzz } from '../rules/run-fuzz.ts';
import { withFirestore } from '../rules/with-firestore.ts';
import { SetupError } from '../setup-error.ts';
import { runCommand } from './run-command.ts';

const WORKERS = 3;
const SHOWN = 10;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string' } },
});

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new SetupError(`--${name} takes a whole number, not "${text}".`);
}

await runCommand(async () => {
  const startedAt = Date.now();
  const runs = wholeNumber('runs', values.runs);
  const seed = wholeNumber('seed', values.seed ?? String(randomInt(2 ** 31)));
  const rules = await readFile(join(ROOT, 'firestore.rules'), 'utf8');
  const { allowed, disagreements } = await withFirestore((address) =>
    step(`Asking ${runs} random questions, seed ${seed}`, () =>
      runFuzz({ address, rules, runs, seed, workers: WORKERS }),
    ),
  );
  for (const { run, question, oracleAllows } of disagreements.slice(0, SHOWN)) {
    const [right, wrong] = oracleAllows ? ['allow', 'deny'] : ['deny', 'allow'];
    console.log(`\n  Run ${run}: the rules ${wrong} what they should ${right}`);
    console.log(inspect(question, { depth: null, maxStringLength: 200, maxArrayLength: 20 }));
  }
  console.log(`\n  ${allowed} of ${runs} allowed, ${disagreements.length} disagreements`);
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  console.log(
    JSON.stringify({ runs, disagreements: disagreements.length, seed, seconds, allowed }),
  );
  return disagreements.length === 0 ? 0 : 1;
});
