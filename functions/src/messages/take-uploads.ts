import { FieldValue, type DocumentReference, type Firestore } from 'firebase-admin/firestore';
import type { RejectionReason } from '@plaza/shared/attachment';
import { uploadPath } from '@plaza/shared/paths';
import type { Upload } from '@plaza/shared/upload';

/** From this age on a message is late: there is a backlog, or its images end the runs. */
const LATE_AFTER_MS = 2 * 60_000;
const LATE_ATTEMPTS_MAX = 5;

/** `attempts` counts the runs for a late message. */
type StagedUpload = Upload<Buffer> & { readonly attempts?: number };

/** The bytes, or why there are none to look at. */
export type TakenUpload = Buffer | RejectionReason;

/**
 * The bytes of a message's uploads, by index. An image that ends the process would end it with each
 * delivery of its event, for a day: so the runs for a late message are counted before its images
 * are looked at, and after some they are given up.
 */
export async function takeUploads(
  db: Firestore,
  messageId: string,
  count: number,
  ageMs: number,
): Promise<TakenUpload[]> {
  const uploads = await db.getAll(...documentsOf(db, messageId, count));
  if (ageMs > LATE_AFTER_MS) {
    const batch = db.batch();
    for (const { exists, ref } of uploads) {
      if (exists) batch.update(ref, { attempts: FieldValue.increment(1) });
    }
    await batch.commit();
  }
  return uploads.map((upload) => {
    const staged = upload.data() as StagedUpload | undefined;
    if (staged === undefined) return 'missing';
    if (!Buffer.isBuffer(staged.bytes)) return 'not-an-image';
    return (staged.attempts ?? 0) < LATE_ATTEMPTS_MAX ? staged.bytes : 'too-slow';
  });
}

/** For a run that failed and lives: Storage may be out of order for hours, and then no image is to blame. */
export async function takeBackAttempt(
  db: Firestore,
  messageId: string,
  count: number,
  ageMs: number,
): Promise<void> {
  if (ageMs <= LATE_AFTER_MS) return;
  // Some may be gone meanwhile, with their message.
  await Promise.allSettled(
    documentsOf(db, messageId, count).map((document) =>
      document.update({ attempts: FieldValue.increment(-1) }),
    ),
  );
}

function documentsOf(db: Firestore, messageId: string, count: number): DocumentReference[] {
  return Array.from({ length: count }, (_, index) => db.doc(uploadPath(messageId, index)));
}
