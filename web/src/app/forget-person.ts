import type { Outbox } from '../outbox/outbox.ts';
import { forgetDraftImages } from '../room/draft/draft-images.ts';

/** Drops what somebody who leaves for good has not sent. */
export async function forgetPerson(uid: string, outbox: Outbox): Promise<void> {
  await Promise.all([
    forgetDraftImages(uid),
    ...outbox.getEntries().map(({ messageId }) => outbox.withdraw(messageId)),
  ]);
}
