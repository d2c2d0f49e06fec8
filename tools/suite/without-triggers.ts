import { setBackgroundTriggers } from './set-background-triggers.ts';

/** The functions learn nothing of what `work` does in the database. `env` names the suite: see `environmentFor`. */
export async function withoutTriggers(
  env: NodeJS.ProcessEnv,
  work: () => Promise<unknown>,
): Promise<void> {
  await setBackgroundTriggers(env, 'disable');
  try {
    await work();
  } finally {
    await setBackgroundTriggers(env, 'enable');
  }
}
