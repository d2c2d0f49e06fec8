import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timeStart } from '../bench/time-start.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { capture } from '../process/run.ts';
import { step } from '../progress.ts';
import { ROOT } from '../root.ts';
import { SetupError } from '../setup-error.ts';
import { runCommand } from './run-command.ts';

const LIMITS_SECONDS = { fresh: 240, warm: 90, second: 30 };

async function clone(folder: string): Promise<string> {
  const { code, output } = await capture('git', ['clone', '--quiet', ROOT, folder]);
  if (code !== 0) throw new SetupError(`The repository cannot be cloned:\n${output}`);
  return folder;
}

await runCommand(async () => {
  const chromium = await findChromium();
  const folder = await mkdtemp(join(tmpdir(), 'plaza-bench-'));
  try {
    const first = await clone(join(folder, 'first'));
    const npmCache = join(folder, 'npm-cache');
    const time = (label: string, repository: string) =>
      step(label, () => timeStart(repository, npmCache, chromium));
    const freshSeconds = await time('Fresh clone, empty npm cache', first);
    const warm = await clone(join(folder, 'warm'));
    const warmSeconds = await time('Fresh clone, warm npm cache', warm);
    const secondSeconds = await time('Second start', warm);
    console.log(
      `\n  fresh ${freshSeconds} s (limit ${LIMITS_SECONDS.fresh}), warm ${warmSeconds} s (limit ${LIMITS_SECONDS.warm}), second ${secondSeconds} s (limit ${LIMITS_SECONDS.second})`,
    );
    console.log(JSON.stringify({ freshSeconds, warmSeconds, secondSeconds }));
    const holds =
      freshSeconds < LIMITS_SECONDS.fresh &&
      warmSeconds < LIMITS_SECONDS.warm &&
      secondSeconds < LIMITS_SECONDS.second;
    return holds ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
