import { clear } from '../rules/firestore-emulator.ts';
import { PROJECT_ID } from './suite.ts';
import { withoutTriggers } from './without-triggers.ts';

/**
 * Clears a suite's database. The functions learn nothing of it: for hundreds of deletions they take
 * minutes, and keep waiting whoever comes then. `env` names the suite: see `environmentFor`.
 */
export function forgetDocuments(env: NodeJS.ProcessEnv): Promise<void> {
  const project = { address: env['FIRESTORE_EMULATOR_HOST'] ?? '', projectId: PROJECT_ID };
  return withoutTriggers(env, () => clear(project));
}
