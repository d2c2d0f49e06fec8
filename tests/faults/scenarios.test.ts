import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../../tools/faults/open-stage.ts';
import { planFrom } from '../../tools/faults/plan.ts';
import { runScenario } from '../../tools/faults/run-scenario.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

for (let seed = 1; seed <= 12; seed += 1) {
  const plan = planFrom(seed);
  test.concurrent(`[FT1] seed ${seed}: ${plan.theme}`, async () => {
    const { violations, log } = await runScenario(stage, plan);
    expect({ violations, log: violations.length === 0 ? [] : log }).toEqual({
      violations: [],
      log: [],
    });
  });
}
