import { useSyncExternalStore } from 'react';
import { currentLanguage, subscribeToLanguage, type Language } from './language.ts';

/** The person's language; renders the component again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribeToLanguage, currentLanguage);
}
