/** Mutants that no question can tell from the rules, by their id, and why. */
export const EQUIVALENT_MUTANTS: Readonly<Record<string, string>> = {};
