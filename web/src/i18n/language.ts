import { i18n } from './t.ts';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
};

export function isLanguage(value: string | null): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The first of the wanted locales, as `navigator.languages` lists them, that there is a catalogue for. */
export function languageFrom(locales: readonly string[]): Language {
  return locales.map((locale) => locale.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

export function currentLanguage(): Language {
  return isLanguage(i18n.locale) ? i18n.locale : 'en';
}

/**
 * Shows everything in this language, once its catalogue is there.
 * @throws TypeError when the catalogue cannot be loaded; the language stays as it was
 */
export async function setLanguage(language: Language): Promise<void> {
  if (language === 'de') i18n.load('de', (await import('./de.ts')).de);
  i18n.activate(language);
}

/** Calls back after each change of the language. */
export function subscribeToLanguage(onChange: () => void): () => void {
  return i18n.on('change', onChange);
}
