import { registerSW } from 'virtual:pwa-register';

/** `ready`: a newer Plaza waits to be asked. `replaced`: another tab has asked it, and this one is the old Plaza still. */
export type AppUpdate = 'none' | 'ready' | 'replaced';

const CHECK_EVERY_MS = 60 * 60_000;

let state: AppUpdate = 'none';
let isAsked = false;
let takeOver: (() => Promise<void>) | undefined;
const listeners = new Set<() => void>();

function set(next: AppUpdate): void {
  state = next;
  for (const listener of listeners) listener();
}

export function getAppUpdate(): AppUpdate {
  return state;
}

export function subscribeToAppUpdate(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** Keeps the shell for starting without a network. A newer one waits until somebody asks for it. */
export function startWorker(): void {
  if (!import.meta.env.HAS_WORKER || !('serviceWorker' in navigator)) return;
  takeOver = registerSW({
    onNeedRefresh: () => set('ready'),
    onNeedReload() {
      if (isAsked) location.reload();
      else set('replaced');
    },
    onRegisteredSW: (_, registration) => {
      if (registration !== undefined) checkNowAndThen(registration);
    },
    onRegisterError: () => {},
  });
}

/** Loads the newer Plaza, in this tab alone: others are told that they are old. */
export function applyAppUpdate(): void {
  isAsked = true;
  // No worker waits for a tab that none controls, nor ever takes it over.
  if (state === 'ready' && navigator.serviceWorker.controller !== null) void takeOver?.();
  else location.reload();
}

/** A tab may stay open for weeks, and the browser looks for a newer worker on loading only. */
function checkNowAndThen(registration: ServiceWorkerRegistration): void {
  function check(): void {
    if (navigator.onLine) registration.update().catch(() => {});
  }
  setInterval(check, CHECK_EVERY_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') check();
  });
}
