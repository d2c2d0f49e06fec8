import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../../tools/faults/open-stage.ts';
import { planFrom } from '../../tools/faults/plan.ts';
import { runScenario } from '../../tools/faults/run-scenario.ts';

/** Every theme, and every deed. */
const SEEDS = [3, 4, 7, 8, 12, 13, 18, 27, 33, 36, 44, 78];

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

for (const seed of SEEDS) {
  const plan = planFrom(seed);
  test.concurrent(`[FT1] seed ${seed}: ${plan.theme}`, async () => {
    const { violations, log } = await runScenario(stage, plan);
    expect({ violations, log: violations.length === 0 ? [] : log }).toEqual({
      violations: [],
      log: [],
    });
  });
}
