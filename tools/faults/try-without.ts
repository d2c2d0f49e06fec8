import { buildWithout } from './build-without.ts';
import { CHECKS } from './checks.ts';
import { openStage } from './open-stage.ts';
import type { Protection } from './protections.ts';
import type { Outcome } from './run-scenario.ts';
import { runSeeds, type Seeds } from './run-seeds.ts';

export interface Removal {
  readonly protection: string;
  /** How many scenarios it took, or null where no check noticed. */
  readonly seeds: number | null;
  readonly failingSeed: number | null;
  /** What was noticed. */
  readonly checks: readonly string[];
}

/** Takes a protection away, and plays scenarios until a check notices. */
export async function tryWithout(
  name: string,
  protection: Protection,
  seeds: Seeds,
  onOutcome: (outcome: Outcome) => void,
): Promise<Removal> {
  const clientFolder = await buildWithout(name, protection.replacements);
  const stage = await openStage({ ...protection, clientFolder });
  let played = 0;
  let noticed: Outcome | undefined;
  try {
    await runSeeds(stage, seeds, (outcome) => {
      onOutcome(outcome);
      if (noticed !== undefined) return 'enough';
      played += 1;
      // A page that does not come back says nothing of messages.
      if (outcome.violations.some(({ check }) => check in CHECKS)) noticed = outcome;
      return noticed === undefined ? 'go on' : 'enough';
    });
  } finally {
    await stage.close();
  }
  return {
    protection: name,
    seeds: noticed === undefined ? null : played,
    failingSeed: noticed?.plan.seed ?? null,
    checks: [...new Set(noticed?.violations.map(({ check }) => check))],
  };
}
