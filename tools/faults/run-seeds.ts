import type { Stage } from './open-stage.ts';
import { planFrom } from './plan.ts';
import { runScenario, type Outcome } from './run-scenario.ts';

export interface Seeds {
  readonly from: number;
  readonly count: number;
  /** How many scenarios at once. */
  readonly workers: number;
}

/** Plays the scenarios of consecutive seeds; begins no more once `onOutcome` says that it is enough. */
export async function runSeeds(
  stage: Stage,
  { from, count, workers }: Seeds,
  onOutcome: (outcome: Outcome) => 'go on' | 'enough',
): Promise<void> {
  let next = from;
  async function work(): Promise<void> {
    while (next < from + count) {
      const plan = planFrom(next);
      next += 1;
      if (onOutcome(await runScenario(stage, plan)) === 'enough') next = from + count;
    }
  }
  await Promise.all(Array.from({ length: workers }, work));
}
