import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Plan } from './plan.ts';
import type { ProtectionName } from './protections.ts';
import type { Outcome } from './run-scenario.ts';

/** A protection that the product is to do without. */
export interface Removed {
  readonly protection: ProtectionName;
  /** Holds the client that was built without it. */
  readonly clientFolder: string;
}

/** So many play at once on one suite: each of their pages draws what all of them write. */
export const SCENARIOS_PER_SUITE = 2;

/** Plays scenarios on one suite, each apart from the others. */
export interface Player {
  /** @throws Error where it cannot go on */
  play(plan: Plan): Promise<Outcome>;
  close(): Promise<void>;
}

/**
 * `env` names the suite: see `environmentFor`. It is a thread, because the admin SDK takes its
 * emulators from the environment of the process.
 */
export function startPlayer(env: NodeJS.ProcessEnv, removed: Removed | null = null): Player {
  const thread = new Worker(new URL('player-thread.ts', import.meta.url), {
    env: { ...process.env, ...env },
    workerData: removed,
  });

  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));

  return {
    async play(plan) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
      thread.postMessage(plan);
      for await (const [outcome] of on(thread, 'message') as AsyncIterable<[Outcome]>) {
        if (outcome.plan.seed === plan.seed) return outcome;
      }
      throw new Error('The player has gone.');
    },
    async close() {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
      thread.postMessage(null);
      await ended;
    },
  };
}
