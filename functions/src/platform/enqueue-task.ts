import { createHash } from 'node:crypto';
import { getFunctions } from 'firebase-admin/functions';
import { hasCode } from './has-code.ts';
import { app } from './project.ts';
import { REGION } from './region.ts';

/**
 * Hands a task to a queue. The same task twice is one: whoever enqueues it may run again. After a
 * task has run, its name stays taken for some hours.
 */
export async function enqueueTask(
  queue: 'renameMessages' | 'writeExport',
  task: object,
): Promise<void> {
  const id = createHash('sha256').update(JSON.stringify(task)).digest('hex');
  try {
    await getFunctions(app())
      .taskQueue(`locations/${REGION}/functions/${queue}`)
      .enqueue(task, { id });
  } catch (error) {
    if (!hasCode(error, 'functions/task-already-exists')) throw error;
  }
}
