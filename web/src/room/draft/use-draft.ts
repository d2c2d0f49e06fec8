import { useSyncExternalStore } from 'react';
import type { DraftStore, KeptDraft } from './draft-store.ts';

export function useDraft(store: DraftStore): KeptDraft {
  return useSyncExternalStore(store.subscribe, store.getDraft);
}
