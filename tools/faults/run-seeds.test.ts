import { expect, test } from 'vitest';
import type { Plan } from './plan.ts';
import { runSeeds } from './run-seeds.ts';
import type { Outcome } from './run-scenario.ts';
import type { Player } from './start-player.ts';

const outcomeOf = (plan: Plan): Outcome => ({
  plan,
  violations: [],
  done: [],
  messages: 0,
  log: [],
});

function playing(play: Player['play']): Player {
  return { play, close: () => Promise.resolve() };
}

test('[FT8] every scenario of the range is played, once', async () => {
  const seeds: number[] = [];
  const player = playing((plan) => Promise.resolve(outcomeOf(plan)));
  await runSeeds([player, player], { from: 5, count: 7 }, ({ plan }) => {
    seeds.push(plan.seed);
    return 'go on';
  });
  expect(seeds.toSorted((one, other) => one - other)).toEqual([5, 6, 7, 8, 9, 10, 11]);
});

test('[FT8] scenarios that are still being played when it is enough are left', async () => {
  const begun: number[] = [];
  const player = playing((plan) => {
    begun.push(plan.seed);
    return plan.seed === 6 ? Promise.resolve(outcomeOf(plan)) : new Promise(() => {});
  });
  await runSeeds([player], { from: 5, count: 7 }, () => 'enough');
  expect(begun).toEqual([5, 6]);
});
