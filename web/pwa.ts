import type { VitePWAOptions } from 'vite-plugin-pwa';

/** `PLAZA_WORKER=off` builds a worker that removes itself and all it kept: for a broken one out there. */
export const hasWorker = process.env['PLAZA_WORKER'] !== 'off';

/** The installed app. Its worker keeps the shell and nothing else: what Firebase sends, Firestore's own cache keeps. */
export const pwaOptions: Partial<VitePWAOptions> = {
  registerType: 'prompt',
  injectRegister: false,
  selfDestroying: !hasWorker,
  manifest: {
    id: '/',
    name: 'Plaza',
    short_name: 'Plaza',
    description: 'One big public chat room that never loses what you wrote.',
    lang: 'en',
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    launch_handler: { client_mode: 'focus-existing' },
    background_color: '#f6f7f9',
    theme_color: '#4353d9',
    categories: ['social', 'communication'],
    screenshots: [
      {
        src: '/screenshots/wide.png',
        sizes: '1440x900',
        type: 'image/png',
        form_factor: 'wide',
        label: 'The room on a large screen',
      },
      {
        src: '/screenshots/narrow.png',
        sizes: '360x740',
        type: 'image/png',
        form_factor: 'narrow',
        label: 'The room on a phone',
      },
    ],
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  includeManifestIcons: false,
  workbox: {
    globPatterns: ['**/*.{html,js,css,svg}'],
    dontCacheBustURLsMatching: /^assets\//,
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/__\//, /^\/api\//, /^\/assets\//],
    cleanupOutdatedCaches: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
};
