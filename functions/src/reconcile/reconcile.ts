import type { AccountBackend } from '../account/delete-account.ts';
import type { RenameTask } from '../rename/rename-page.ts';
import { clearUploads } from './clear-uploads.ts';
import { deliverStuckMessages } from './deliver-stuck-messages.ts';
import { expireExports } from './expire-exports.ts';
import { finishDeletions } from './finish-deletions.ts';
import { mendNames } from './mend-names.ts';
import { sweepObjects } from './sweep-objects.ts';

/** How many of each kind a run has mended. */
export type Reconciled = Readonly<
  Record<'messages' | 'uploads' | 'objects' | 'names' | 'deletions' | 'exports', number>
>;

/**
 * Finds what lost events and dead runs have left behind, and mends it. Each part looks at a bounded
 * number of documents, oldest first where that matters, so a run ends; what it did not get to is
 * the next one's. A second run finds nothing.
 */
export async function reconcile(
  backend: AccountBackend,
  enqueueRename: (task: RenameTask) => Promise<void>,
): Promise<Reconciled> {
  // In this order: a message that is delivered now needs its uploads.
  const messages = await deliverStuckMessages(backend);
  return {
    messages,
    uploads: await clearUploads(backend),
    objects: await sweepObjects(backend),
    names: await mendNames(backend, enqueueRename),
    deletions: await finishDeletions(backend),
    exports: await expireExports(backend),
  };
}
