import { forgetEntries } from '../outbox/disk-store.ts';
import { forgetDraftImages } from '../room/draft/draft-images.ts';

/** Drops what somebody who leaves for good has not sent. */
export async function forgetPerson(uid: string): Promise<void> {
  await Promise.all([forgetDraftImages(uid), forgetEntries(uid)]);
}
