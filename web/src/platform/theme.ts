import { writeLocal } from './local-store.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = 'plaza.theme';

/** As `public/theme.js` has applied it. */
export function readTheme(): Theme {
  const applied = document.documentElement.dataset['theme'];
  return THEMES.find((theme) => theme === applied) ?? 'system';
}

/** Calls back on each choice, also in another tab. `public/theme.js` hears of it first. */
export function subscribeToTheme(onChange: () => void): () => void {
  window.addEventListener('storage', onChange);
  return () => window.removeEventListener('storage', onChange);
}

/** From now on, here and in this browser's other tabs. `public/theme.js` applies it. */
export function chooseTheme(theme: Theme): void {
  writeLocal(STORAGE_KEY, theme);
  // The browser tells other tabs only.
  dispatchEvent(new StorageEvent('storage', { key: STORAGE_KEY, newValue: theme }));
}
