import { readLocal, writeLocal } from './local-store.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = 'plaza.theme';

export function readTheme(): Theme {
  const stored = readLocal(STORAGE_KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

/** From now on, here and in this browser's other tabs. `public/theme.js` applies it. */
export function chooseTheme(theme: Theme): void {
  writeLocal(STORAGE_KEY, theme);
  // The browser tells other tabs only.
  dispatchEvent(new StorageEvent('storage', { key: STORAGE_KEY, newValue: theme }));
}
