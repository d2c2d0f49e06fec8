import { useEffect } from 'react';
import type { Outbox } from '../outbox/outbox.ts';
import { noteInstallMoment } from '../platform/install-prompt.ts';

const SENT_BEFORE_OFFER = 3;

/** Notes when a few messages have gone out, or one that had waited for the network. */
export function useInstallMoment(outbox: Outbox | null): void {
  useEffect(() => {
    if (outbox === null) return undefined;
    const { getEntries, subscribe } = outbox;
    const seen = new Set<string>();
    let hasWaited = false;
    return subscribe(() => {
      const entries = getEntries();
      for (const { messageId, state } of entries) {
        seen.add(messageId);
        hasWaited ||= state.status === 'queued' && state.waitsFor === 'network';
      }
      if (entries.length === 0 && (hasWaited || seen.size >= SENT_BEFORE_OFFER)) {
        noteInstallMoment();
      }
    });
  }, [outbox]);
}
