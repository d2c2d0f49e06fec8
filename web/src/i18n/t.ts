import { setupI18n } from '@lingui/core';
import { en, type MessageKey } from './en.ts';

export const i18n = setupI18n({ locale: 'en', messages: { en } });

/**
 * The string in the person's language, with `{name}` and plurals filled in. A memoised component
 * that calls it calls `useLanguage` too, or keeps the old language when that changes.
 */
export function t(key: MessageKey, values?: Record<string, string | number>): string {
  return i18n._(key, values);
}
