import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TABLES } from '../../tests/rules/cases/tables.ts';
import { step } from '../progress.ts';
import { ROOT } from '../root.ts';
import { EQUIVALENT_MUTANTS } from '../rules/equivalent-mutants.ts';
import { mutantsOf } from '../rules/mutants.ts';
import { mutationScore, outdatedEquivalents } from '../rules/mutation-score.ts';
import { runMutants } from '../rules/run-mutants.ts';
import { withFirestore } from '../rules/with-firestore.ts';
import { runCommand } from './run-command.ts';

const WORKERS = 3;
const SAY_EVERY = 100;

await runCommand(async () => {
  const startedAt = Date.now();
  const mutants = mutantsOf(await readFile(join(ROOT, 'firestore.rules'), 'utf8'));
  const cases = Object.values(TABLES).flat();
  let done = 0;
  const verdicts = await withFirestore((address) =>
    step(`Asking ${mutants.length} mutants of the rules up to ${cases.length} questions each`, () =>
      runMutants({
        address,
        mutants,
        cases,
        workers: WORKERS,
        onVerdict: () => {
          done++;
          if (done % SAY_EVERY === 0) console.log(`  ${done} of ${mutants.length}`);
        },
      }),
    ),
  );
  const { problems, refused, ...figures } = mutationScore(verdicts, EQUIVALENT_MUTANTS);
  const outdated = outdatedEquivalents(mutants, EQUIVALENT_MUTANTS).map(
    (id) => `It is listed as equivalent, but there is no such mutant: ${id}`,
  );
  for (const problem of [...problems, ...outdated]) console.log(`  ${problem}`);
  console.log(
    `\n  ${figures.killed} of ${figures.mutants} mutants killed, ${figures.equivalent} are no other than the rules, ${refused} more do not compile`,
  );
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  console.log(JSON.stringify({ ...figures, seconds }));
  return problems.length + outdated.length === 0 ? 0 : 1;
});
