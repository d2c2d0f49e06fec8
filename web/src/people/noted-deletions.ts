import { deleteMessages, type MessageRef } from '../firebase/delete-messages.ts';
import type { MessageCollection } from '../firebase/person-messages.ts';
import { localKeys, readLocal, removeLocal, writeLocal } from '../platform/local-store.ts';

/** Own messages whose deletion is confirmed, and which the page may be left with in the next moment. */
export function noteDeletion(uid: string, { messageId, collection }: MessageRef): void {
  writeLocal(prefixOf(uid) + messageId, collection);
}

export function forgetDeletion(uid: string, messageId: string): void {
  removeLocal(prefixOf(uid) + messageId);
}

export function notedDeletions(uid: string): MessageRef[] {
  const prefix = prefixOf(uid);
  return localKeys(prefix).flatMap((key) => {
    const collection = readLocal(key) as MessageCollection | null;
    return collection === null ? [] : [{ messageId: key.slice(prefix.length), collection }];
  });
}

/** As `deleteMessages`, and what this page does not see through is noted for the next. */
export async function deleteNoted(
  uid: string,
  refs: readonly MessageRef[],
  onDeleted: (count: number) => void,
): Promise<void> {
  for (const ref of refs) noteDeletion(uid, ref);
  function forget(some: readonly MessageRef[]): void {
    for (const { messageId } of some) forgetDeletion(uid, messageId);
  }
  try {
    await deleteMessages(refs, (some) => {
      forget(some);
      onDeleted(some.length);
    });
  } catch (error) {
    forget(refs);
    throw error;
  }
}

function prefixOf(uid: string): string {
  return `plaza.deletion.${uid}.`;
}
