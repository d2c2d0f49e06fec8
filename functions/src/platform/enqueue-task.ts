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
  const id = taskId(task);
  try {
    await getFunctions(app())
      .taskQueue(`locations/${REGION}/functions/${queue}`)
      .enqueue(task, { id });
  } catch (error) {
    if (!hasCode(error, 'functions/task-already-exists')) throw error;
  }
}

/** Firestore gives fields back in an order of its own, and a task may have been there. */
export function taskId(task: object): string {
  const json = JSON.stringify(task, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const fields = Object.entries(value as Record<string, unknown>);
    return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(json).digest('hex');
}
