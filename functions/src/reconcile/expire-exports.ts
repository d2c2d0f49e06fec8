import { GrpcStatus } from 'firebase-admin/firestore';
import { exportFolder } from '@plaza/shared/paths';
import { exportsExpiredBy } from '@plaza/shared/query-spec';
import type { ExportState } from '../export/data-export.ts';
import { deleteFolder } from '../images/stored-object.ts';
import type { Backend } from '../platform/backend.ts';
import { hasCode } from '../platform/has-code.ts';
import { toQuery } from '../platform/to-query.ts';
import { mendEach, type OnFailure } from './mend-each.ts';

const EXPORTS_PER_RUN = 200;

/** Deletes exported data that can no longer be downloaded. */
export async function expireExports(
  { db, bucket, now }: Backend,
  onFailure: OnFailure,
): Promise<number> {
  const { docs } = await toQuery(db, exportsExpiredBy(new Date(now()), EXPORTS_PER_RUN)).get();
  return mendEach(docs, onFailure, async (expired) => {
    const { exportId } = expired.data() as ExportState;
    // The files first: once the document is gone, nobody looks for them.
    await deleteFolder(bucket, exportFolder(expired.id, exportId));
    try {
      await expired.ref.delete({ lastUpdateTime: expired.updateTime });
    } catch (error) {
      // A new export has begun meanwhile.
      if (!hasCode(error, GrpcStatus.FAILED_PRECONDITION)) throw error;
    }
    return true;
  });
}
