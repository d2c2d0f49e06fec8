import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { compileCatalogues } from '../tools/build/compile-catalogues.ts';
import { hasWorker, pwaOptions } from './pwa.ts';

/** Set by `npm run dev`: where the Hosting emulator answers, for what only it serves. */
const hostingUrl = process.env['PLAZA_URL'];

/** What is needed at once and in the room, too: one file is compressed better than the many that it would be. */
const COMMON = {
  name: 'common',
  test: /\/src\/(ui\/(button|icon-button|notice|text-field|select-field|theme-select|language-choice|language-select|bytes-image|full-page|loading-page|remote-image|use-hash)|i18n\/use-language|firebase\/(auth|constraints-from)|people\/farewell|account\/deletion-mark|platform\/(theme|clear-device|install-prompt|install-way|location-hash))\b/,
};

/**
 * Small, and asked for from several places: apart from each other they take more. With them come the
 * styles of the full view: Vite asks for a style sheet once only, and after a failure shows it without.
 */
const DIALOGS = {
  name: 'dialogs',
  test: /\/src\/(ui\/(dialog|done-dialog|confirm-dialog)|account\/delete-account-dialog|firebase\/call-function|room\/pictures\/lightbox\.module)/,
};

export default defineConfig({
  plugins: [compileCatalogues(), react(), VitePWA(pwaOptions)],
  define: { 'import.meta.env.HAS_WORKER': JSON.stringify(hasWorker) },
  // Names of classes are in the script as well as in the styles: short ones are a kilobyte less.
  css: { modules: { generateScopedName: '[hash:base64:5]' } },
  build: {
    target: 'es2022',
    manifest: true,
    sourcemap: 'hidden',
    rolldownOptions: { output: { codeSplitting: { groups: [COMMON, DIALOGS] } } },
  },
  server: {
    host: '127.0.0.1',
    strictPort: true,
    proxy: hostingUrl === undefined ? {} : { '/__': hostingUrl, '/api': hostingUrl },
  },
});
