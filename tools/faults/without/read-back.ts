/** Instead of web/src/firebase/sending.ts: what the SDK says of a commit is believed, and nothing else. */
import {
  commitMessage as commitKnown,
  type CommitResult,
  type MessageSight,
  type MessageToSend,
} from '../../../web/src/firebase/sending.ts';

export * from '../../../web/src/firebase/sending.ts';

const committed = new Map<string, boolean>();
const watchers = new Map<string, () => void>();

export async function commitMessage(
  message: MessageToSend,
  username: string,
): Promise<CommitResult> {
  committed.set(message.messageId, false);
  const result = await commitKnown(message, username);
  committed.set(message.messageId, result.ok);
  watchers.get(message.messageId)?.();
  return result;
}

/** A message exists when its commit has been acknowledged to this page. */
export function watchMessage(
  messageId: string,
  onSight: (sight: MessageSight) => void,
): () => void {
  function look(): void {
    const exists = committed.get(messageId);
    onSight({ exists: exists === true, isPending: exists === false, isFromCache: false });
  }
  watchers.set(messageId, look);
  queueMicrotask(look);
  return () => watchers.delete(messageId);
}

export function readBackMessage(): Promise<'absent'> {
  return Promise.resolve('absent');
}
