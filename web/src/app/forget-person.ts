import type { Outbox } from '../outbox/outbox.ts';
import { openDraftStore } from '../room/draft/draft-store.ts';

/** Drops what this device keeps of somebody who leaves for good: what is not sent, and the draft. */
export async function forgetPerson(uid: string, outbox: Outbox): Promise<void> {
  await Promise.all(outbox.getEntries().map(({ messageId }) => outbox.withdraw(messageId)));
  openDraftStore(uid).clear();
}
