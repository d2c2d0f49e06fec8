/** `failure`: firebase-tools says it in passing, and starts without functions. */
export type StartState = 'starting' | 'ready' | { readonly failure: string };

const FAILURE = /Failed to load function definition from source: [^\n]+(?=\n)/;

/** How far the emulators are, by what firebase-tools has printed until now. */
export function startState(output: string): StartState {
  const [failure] = FAILURE.exec(output) ?? [];
  if (failure !== undefined) return { failure };
  return output.includes('All emulators ready') ? 'ready' : 'starting';
}
