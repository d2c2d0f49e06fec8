import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../../tools/faults/open-stage.ts';
import { planFrom, type Plan } from '../../tools/faults/plan.ts';
import { runScenario } from '../../tools/faults/run-scenario.ts';
import { THEME_NAMES } from '../../tools/faults/themes.ts';

/** Short for what they cover. Some are played at once: the longest first, so that none is left over. */
const PLANS = [738, 1685, 901, 1629, 2942, 2177, 691, 243, 1016, 253, 1511, 1337].map(planFrom);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

test('[FT3] every theme comes up in these, and every deed', () => {
  const possible = Array.from({ length: 300 }, (_, seed) => planFrom(seed));
  expect(new Set(PLANS.map(({ theme }) => theme))).toEqual(new Set(THEME_NAMES));
  expect(deedsIn(PLANS)).toEqual(deedsIn(possible));
});

function deedsIn(plans: readonly Plan[]): string[] {
  return [...new Set(plans.flatMap(({ steps }) => steps.map((step) => step.do)))].toSorted();
}

for (const plan of PLANS) {
  test.concurrent(`[FT1] seed ${plan.seed}: ${plan.theme}`, async () => {
    const { violations, log } = await runScenario(stage, plan);
    expect({ violations, log: violations.length === 0 ? [] : log }).toEqual({
      violations: [],
      log: [],
    });
  });
}
