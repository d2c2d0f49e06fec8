import type { Message } from '@plaza/shared/message';

/** Whether what stands under a message's id is that message, and not another which was sent under it later. */
export function isSameMessage(found: Message | undefined, message: Message): boolean {
  return found !== undefined && found.createdAt?.valueOf() === message.createdAt?.valueOf();
}
