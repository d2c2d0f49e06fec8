import { isLanguage, languageFrom, setLanguage, type Language } from '../i18n/language.ts';
import { readLocal, writeLocal } from '../platform/local-store.ts';

const STORAGE_KEY = 'plaza.language';

/** The chosen language, or the browser's. Where its catalogue cannot be had, it stays English. */
export async function startLanguage(): Promise<void> {
  const stored = readLocal(STORAGE_KEY);
  const language = isLanguage(stored) ? stored : languageFrom(navigator.languages);
  if (language !== 'en') await show(language).catch(() => {});
}

/** Shows this language from now on, also at the next visit. */
export async function chooseLanguage(language: Language): Promise<void> {
  await show(language);
  writeLocal(STORAGE_KEY, language);
}

async function show(language: Language): Promise<void> {
  await setLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = 'ltr';
}
