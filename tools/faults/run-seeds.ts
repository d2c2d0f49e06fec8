import { planFrom } from './plan.ts';
import type { Outcome } from './run-scenario.ts';
import { SCENARIOS_PER_SUITE, type Player } from './start-player.ts';

export interface Seeds {
  readonly from: number;
  readonly count: number;
}

/** Has the scenarios of consecutive seeds played, until `onOutcome` says that it is enough: what is being played then is left. */
export async function runSeeds(
  players: readonly Player[],
  { from, count }: Seeds,
  onOutcome: (outcome: Outcome) => 'go on' | 'enough',
): Promise<void> {
  let next = from;
  let leave = () => {};
  const enough = new Promise<void>((resolve) => {
    leave = resolve;
  });
  async function work(player: Player): Promise<void> {
    while (next < from + count) {
      const plan = planFrom(next);
      next += 1;
      const outcome = await player.play(plan);
      if (onOutcome(outcome) === 'go on') continue;
      next = from + count;
      leave();
    }
  }
  const all = Promise.all(
    players.flatMap((player) => Array.from({ length: SCENARIOS_PER_SUITE }, () => work(player))),
  );
  await Promise.race([all, enough]);
}
