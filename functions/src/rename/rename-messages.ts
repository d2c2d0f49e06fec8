import type { Firestore } from 'firebase-admin/firestore';
import { RENAME_MESSAGES_PER_SECOND } from '@plaza/shared/limits';
import { renamePage, type RenameTask } from './rename-page.ts';

/** A task ends soon enough that those of other people get their turn. */
const PAGES_PER_TASK = 5;

export interface Pace {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Goes on with a pass over somebody's messages for some pages, no faster than
 * `RENAME_MESSAGES_PER_SECOND`, then hands the rest to the next task. A run that dies is repeated
 * from its own beginning, and finds what it had done. Resolves with how many it renamed.
 */
export async function renameMessages(
  db: Firestore,
  task: RenameTask,
  { now, sleep }: Pace,
  enqueue: (next: RenameTask) => Promise<void>,
): Promise<number> {
  let renamed = 0;
  let next: RenameTask | null = task;
  for (let page = 0; next !== null && page < PAGES_PER_TASK; page += 1) {
    const startedAt = now();
    const done = await renamePage(db, next);
    renamed += done.renamed;
    next = done.next;
    const earliest = startedAt + (done.renamed * 1_000) / RENAME_MESSAGES_PER_SECOND;
    if (earliest > now()) await sleep(earliest - now());
  }
  if (next !== null) await enqueue(next);
  return renamed;
}
