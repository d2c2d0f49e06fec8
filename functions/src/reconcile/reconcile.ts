import type { AccountBackend } from '../account/delete-account.ts';
import type { RenameTask } from '../rename/rename-page.ts';
import { clearUploads } from './clear-uploads.ts';
import { deliverStuckMessages } from './deliver-stuck-messages.ts';
import { expireExports } from './expire-exports.ts';
import { finishDeletions } from './finish-deletions.ts';
import type { OnFailure } from './mend-each.ts';
import { mendNames } from './mend-names.ts';
import { sweepObjects } from './sweep-objects.ts';

/** How many of each kind a run has mended. */
export type Reconciled = Readonly<
  Record<'messages' | 'uploads' | 'objects' | 'names' | 'deletions' | 'exports', number>
>;

/**
 * Finds what lost events and dead runs have left behind, and mends it. Each part looks at a bounded
 * number of documents, oldest first where that matters, and has a budget where each may take long, so
 * a run ends; what it did not get to is the next one's. A second run finds nothing. What cannot be
 * mended is told to `onFailure`, and keeps nothing else from being mended.
 */
export async function reconcile(
  backend: AccountBackend,
  enqueueRename: (task: RenameTask) => Promise<void>,
  onFailure: OnFailure,
): Promise<Reconciled> {
  async function attempt(part: Promise<number>): Promise<number> {
    return part.catch((error: unknown) => {
      onFailure(error);
      return 0;
    });
  }
  // In this order: a message that is delivered now needs its uploads.
  const messages = await attempt(deliverStuckMessages(backend, onFailure));
  return {
    messages,
    uploads: await attempt(clearUploads(backend)),
    objects: await attempt(sweepObjects(backend)),
    names: await attempt(mendNames(backend, enqueueRename, onFailure)),
    deletions: await attempt(finishDeletions(backend, onFailure)),
    exports: await attempt(expireExports(backend, onFailure)),
  };
}
