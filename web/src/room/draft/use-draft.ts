import { useSyncExternalStore } from 'react';
import type { Draft } from '../../outbox/outbox-entry.ts';
import type { DraftStore } from './draft-store.ts';

export function useDraft(store: DraftStore): Draft {
  return useSyncExternalStore(store.subscribe, store.getDraft);
}
