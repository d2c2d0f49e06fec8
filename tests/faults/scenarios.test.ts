import { afterAll, expect, test } from 'vitest';
import { planFrom, type Plan } from '../../tools/faults/plan.ts';
import { SCENARIOS_PER_SUITE, startPlayer, type Player } from '../../tools/faults/start-player.ts';
import { THEME_NAMES } from '../../tools/faults/themes.ts';
import { suites } from '../../tools/test/suite-of-worker.ts';

/** Short for what they cover. Some are played at once: the longest first, so that none is left over. */
const PLANS = [691, 901, 253, 1685, 738, 2942, 2177, 243, 1629, 1016, 1511, 1337].map(planFrom);

const players = suites().map((env) => startPlayer(env));
/** As many as there are tests at once. */
const free = players.flatMap((player) => Array<Player>(SCENARIOS_PER_SUITE).fill(player));

const performed = new Set<string>();

afterAll(() => Promise.all(players.map((player) => player.close())));

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
    const player = free.shift();
    if (player === undefined) throw new Error('More tests run at once than there are players.');
    const { violations, done, log } = await player.play(plan).finally(() => free.push(player));
    for (const kind of done) performed.add(kind);
    expect({ violations, log: violations.length === 0 ? [] : log }).toEqual({
      violations: [],
      log: [],
    });
  });
}

test('[FT3] every deed was really done in these', () => {
  expect([...performed].toSorted()).toEqual(deedsIn(PLANS));
});
