import type { MessageStatus } from '@plaza/shared/message';
import type { MessageSnapshot } from '../firebase/messages.ts';

/** `queued` and `sending` exist on this device only. */
export type SendStatus = 'queued' | 'sending' | MessageStatus;

export function sendStatusOf(
  { message, isPending }: MessageSnapshot,
  isOnline: boolean,
): SendStatus {
  if (!isPending) return message.status;
  return isOnline ? 'sending' : 'queued';
}
