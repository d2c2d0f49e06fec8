import { CHECKS } from './checks.ts';
import type { ProtectionName } from './protections.ts';
import type { Outcome } from './run-scenario.ts';
import { runSeeds, type Seeds } from './run-seeds.ts';
import type { Player } from './start-player.ts';

export interface Removal {
  readonly protection: ProtectionName;
  /** How many scenarios it took, or null where no check noticed. */
  readonly seeds: number | null;
  readonly failingSeed: number | null;
  /** What was noticed. */
  readonly checks: readonly string[];
}

/** Has scenarios played by those who do without a protection, until a check notices. */
export async function tryWithout(
  protection: ProtectionName,
  players: readonly Player[],
  seeds: Seeds,
  onOutcome: (outcome: Outcome) => void,
): Promise<Removal> {
  let played = 0;
  let noticed: Outcome | undefined;
  await runSeeds(players, seeds, (outcome) => {
    onOutcome(outcome);
    played += 1;
    // A page that does not come back says nothing of messages.
    if (outcome.violations.some(({ check }) => check in CHECKS)) noticed = outcome;
    return noticed === undefined ? 'go on' : 'enough';
  });
  return {
    protection,
    seeds: noticed === undefined ? null : played,
    failingSeed: noticed?.plan.seed ?? null,
    checks: [...new Set(noticed?.violations.map(({ check }) => check))],
  };
}
