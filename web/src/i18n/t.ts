import { setupI18n } from '@lingui/core';
import { en, type MessageKey } from './en.ts';

export const i18n = setupI18n({ locale: 'en', messages: { en } });

/**
 * The string in the person's language, with `{name}` and plurals filled in. A memoised component
 * that calls it calls `useLanguage` too, or keeps the old language when that changes.
 */
export function t(key: MessageKey, values?: Record<string, string | number>): string {
  return i18n._(key, values && withBackslashes(values));
}

/** Lingui decodes `\u00e9` and the like in the finished string, also where somebody has typed them. */
function withBackslashes(values: Record<string, string | number>): typeof values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\\', '\\x5c') : value,
    ]),
  );
}
