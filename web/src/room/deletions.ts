import { deleteMessages, type MessageRef } from '../firebase/delete-messages.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { forgetDeletion, notedDeletions, noteDeletion } from '../people/noted-deletions.ts';
import type { RoomStore } from './timeline/room-store.ts';

interface Place {
  readonly uid: string;
  readonly outbox: Outbox;
  readonly store: RoomStore;
}

/**
 * Deletes an own message, out of sight at once. Until the outbox or the server has taken that, it is
 * noted here, as this page may be left in the next moment.
 */
export async function deleteForGood(place: Place, ref: MessageRef): Promise<void> {
  const { uid, outbox, store } = place;
  const { messageId } = ref;
  noteDeletion(uid, ref);
  store.hide(messageId);
  try {
    if (!(await outbox.withdraw(messageId))) await deleteMessages([ref], () => {});
  } catch {
    store.unhide(messageId);
  }
  // What memory alone has of it ends with the page.
  if (outbox.getKept() === 'disk') forgetDeletion(uid, messageId);
}

/** Goes on with what an earlier page was left with. What has been deleted since does no harm. */
export function resumeDeletions(place: Place): void {
  for (const ref of notedDeletions(place.uid)) void deleteForGood(place, ref);
}
