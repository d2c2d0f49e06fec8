import { onDocumentUpdated } from 'firebase-functions/v2/firestore';
import { USERS } from '@plaza/shared/paths';
import type { UserProfile } from '@plaza/shared/user-profile';
import { enqueueTask } from '../platform/enqueue-task.ts';
import { REGION } from '../platform/region.ts';
import { firstTask } from '../rename/rename-page.ts';

/**
 * users/{uid} updated with another username → a pass over the person's messages begins.
 * The same event again asks for the same task, which the queue knows. An event that comes after
 * that of a later rename asks for a pass that sees this and ends.
 */
export const onUserRenamed = onDocumentUpdated(
  {
    document: `${USERS}/{uid}`,
    region: REGION,
    // Messages would keep the old name until the reconciliation.
    retry: true,
    // One call to the queue.
    concurrency: 80,
    memory: '256MiB',
    // A person renames once in ten minutes at most.
    maxInstances: 3,
    timeoutSeconds: 60,
  },
  async ({ data, params: { uid } }) => {
    const before = data?.before.data() as UserProfile | undefined;
    const after = data?.after.data() as UserProfile | undefined;
    if (after === undefined || before?.username === after.username) return;
    await enqueueTask('renameMessages', firstTask(uid, after.renamedAt.toMillis(), 'rename'));
  },
);
