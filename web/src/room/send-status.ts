import type { MessageStatus } from '@plaza/shared/message';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';

/** `queued`, `sending` and `failed` exist on this device only. */
export type SendStatus = 'queued' | 'sending' | 'failed' | MessageStatus;

/** What is handed over while there is no network waits like what is not. */
export function entryStatus({ state }: OutboxEntry, isOnline: boolean): SendStatus {
  switch (state.status) {
    case 'queued':
    case 'failed':
      return state.status;
    case 'sending':
    case 'withdrawn':
    case 'taken':
      return isOnline ? 'sending' : 'queued';
  }
}
