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

async function play(plan: Plan): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  parentPort?.postMessage(await runScenario(stage, plan));
}

async function end(): Promise<void> {
  await stage.close();
  parentPort?.close();
}
