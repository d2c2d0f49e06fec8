import { parentPort, workerData } from 'node:worker_threads';
import { openStage } from './open-stage.ts';
import type { Plan } from './plan.ts';
import { PROTECTIONS } from './protections.ts';
import { runScenario } from './run-scenario.ts';
import type { Removed } from './start-player.ts';

const removed = workerData as Removed | null;
const stage = await openStage(
  removed === null ? undefined : { ...PROTECTIONS[removed.protection], ...removed },
);

parentPort?.on('message', (plan: Plan | null) => void (plan === null ? end() : play(plan)));

let isOver = false;

async function play(plan: Plan): Promise<void> {
  try {
    const outcome = await runScenario(stage, plan);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    if (!isOver) parentPort?.postMessage(outcome);
  } catch (error) {
    // The end has taken its browser away.
    if (!isOver) throw error;
  }
}

async function end(): Promise<void> {
  isOver = true;
  await stage.close();
  // This thread alone, with what it was playing.
  process.exit();
}
