import type { OutboxEntry } from '../../../outbox/outbox-entry.ts';

/** One of Ada's, written at noon of 24 November 2026. */
export function entryOf(
  messageId: string,
  sequence: number,
  status: 'queued' | 'sending',
): OutboxEntry {
  const state =
    status === 'queued'
      ? { status, waitsFor: 'turn' as const, until: null, refusals: 0 }
      : { status, refusals: 0 };
  const queuedAt = new Date(2026, 10, 24, 12).getTime();
  return { messageId, uid: 'ada', sequence, queuedAt, text: messageId, images: [], state };
}
