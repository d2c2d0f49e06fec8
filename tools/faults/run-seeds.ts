import { planFrom } from './plan.ts';
import type { Outcome } from './run-scenario.ts';
import { SCENARIOS_PER_SUITE, type Player } from './start-player.ts';

export interface Seeds {
  readonly from: number;
  readonly count: number;
}

/** Has the scenarios of consecutive seeds played; begins no more once `onOutcome` says that it is enough. */
export async function runSeeds(
  players: readonly Player[],
  { from, count }: Seeds,
  onOutcome: (outcome: Outcome) => 'go on' | 'enough',
): Promise<void> {
  let next = from;
  async function work(player: Player): Promise<void> {
    while (next < from + count) {
      const plan = planFrom(next);
      next += 1;
      if (onOutcome(await player.play(plan)) === 'enough') next = from + count;
    }
  }
  await Promise.all(
    players.flatMap((player) => Array.from({ length: SCENARIOS_PER_SUITE }, () => work(player))),
  );
}
