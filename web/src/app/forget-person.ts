import type { Outbox } from '../outbox/outbox.ts';
import { writeDraftImages } from '../room/draft/draft-images.ts';

/** Drops what somebody who leaves for good has not sent. */
export async function forgetPerson(uid: string, outbox: Outbox): Promise<void> {
  await Promise.all([
    writeDraftImages(uid, []),
    ...outbox.getEntries().map(({ messageId }) => outbox.withdraw(messageId)),
  ]);
}
