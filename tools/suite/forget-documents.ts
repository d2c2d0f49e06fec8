import { clear } from '../rules/firestore-emulator.ts';
import { setBackgroundTriggers } from './set-background-triggers.ts';
import { PROJECT_ID } from './suite.ts';

/**
 * Clears a suite's database. The functions learn nothing of it: for hundreds of deletions they take
 * minutes, and keep waiting whoever comes then. `env` names the suite: see `environmentFor`.
 */
export async function forgetDocuments(env: NodeJS.ProcessEnv): Promise<void> {
  await setBackgroundTriggers(env, 'disable');
  try {
    await clear({ address: env['FIRESTORE_EMULATOR_HOST'] ?? '', projectId: PROJECT_ID });
  } finally {
    await setBackgroundTriggers(env, 'enable');
  }
}
