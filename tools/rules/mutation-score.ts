import type { Mutant } from './mutants.ts';
import type { Verdict } from './run-mutants.ts';

export interface MutationScore {
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  /** Known to be no other than the rules. */
  readonly equivalent: number;
  /** Of the mutants that are other than the rules, how many were killed: 0 to 1. */
  readonly score: number;
  /** The rules' compiler took them not, so they count nowhere. */
  readonly refused: number;
  /** What has to be done before this holds: a sentence each. */
  readonly problems: readonly string[];
}

/** Weighs verdicts against the list of equivalent mutants, which may name no other than survivors. */
export function mutationScore(
  verdicts: ReadonlyMap<Mutant, Verdict>,
  equivalents: Readonly<Record<string, string>>,
): MutationScore {
  const all = [...verdicts].map(([{ id }, { kind }]) => ({ id, kind, isKnown: id in equivalents }));
  const killed = all.filter(({ kind }) => kind === 'killed');
  const survivors = all.filter(({ kind }) => kind === 'survived');
  const survived = survivors.filter(({ isKnown }) => !isKnown);
  const equivalent = survivors.length - survived.length;
  const other = killed.length + survived.length;
  return {
    mutants: other + equivalent,
    killed: killed.length,
    survived: survived.length,
    equivalent,
    score: other === 0 ? 1 : killed.length / other,
    refused: all.length - other - equivalent,
    problems: [
      ...survived.map(({ id }) => `No test tells this from the rules: ${id}`),
      ...killed
        .filter(({ isKnown }) => isKnown)
        .map(({ id }) => `It is listed as equivalent, but a test tells it: ${id}`),
    ],
  };
}

/** Entries of the list for which there is no mutant any more. */
export function outdatedEquivalents(
  mutants: readonly Mutant[],
  equivalents: Readonly<Record<string, string>>,
): string[] {
  const ids = new Set(mutants.map(({ id }) => id));
  return Object.keys(equivalents).filter((id) => !ids.has(id));
}
