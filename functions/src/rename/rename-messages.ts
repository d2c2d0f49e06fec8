import type { Firestore } from 'firebase-admin/firestore';
import { renamePace, type Clock } from './rename-pace.ts';
import { renamePage, type RenameTask, type RenamedPage } from './rename-page.ts';

/** A task ends soon enough that those of other people get their turn. */
const PAGES_PER_TASK = 5;

/**
 * Goes on with a pass over somebody's messages for some pages, at the pace of `renamePace`, then
 * hands the rest to the next task. A run that dies is repeated from its own beginning, and finds what
 * it had done. Resolves with how many it renamed.
 */
export async function renameMessages(
  db: Firestore,
  task: RenameTask,
  clock: Clock,
  enqueue: (next: RenameTask) => Promise<void>,
): Promise<number> {
  let renamed = 0;
  let next: RenameTask | null = task;
  const pace = renamePace(clock);
  try {
    for (let page = 0; next !== null && page < PAGES_PER_TASK; page += 1) {
      const current: RenameTask = next;
      const done: RenamedPage = await pace.inTurn(() => renamePage(db, current));
      renamed += done.renamed;
      next = done.next;
    }
  } finally {
    await pace.end();
  }
  if (next !== null) await enqueue(next);
  return renamed;
}
