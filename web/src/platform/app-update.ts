/** `ready`: a newer Plaza waits to be asked. `replaced`: another tab has asked it, and this one is the old Plaza still. */
export type AppUpdate = 'none' | 'ready' | 'replaced';

const CHECK_EVERY_MS = 60 * 60_000;

let state: AppUpdate = 'none';
let isAsked = false;
let registration: ServiceWorkerRegistration | undefined;
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
  // Vite's dev server has none.
  if (import.meta.env.DEV || !import.meta.env.HAS_WORKER) return;
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isAsked) location.reload();
    else set('replaced');
  });
  // What the page itself needs is loaded first.
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register());
}

async function register(): Promise<void> {
  registration = await navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  if (registration === undefined) return;
  if (registration.waiting !== null) set('ready');
  registration.addEventListener('updatefound', noteInstalling);
  noteInstalling();
  checkNowAndThen(registration);
}

/** The very first worker is no update: none has been active before it. */
function noteInstalling(): void {
  const worker = registration?.installing;
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed' && registration?.active) set('ready');
  });
}

/** Loads the newer Plaza, in this tab alone: others are told that they are old. */
export function applyAppUpdate(): void {
  isAsked = true;
  const waiting = registration?.waiting;
  // A tab that no worker controls is taken over by none.
  if (waiting && navigator.serviceWorker.controller !== null) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes none
    waiting.postMessage({ type: 'SKIP_WAITING' });
  } else {
    location.reload();
  }
}

/** A tab may stay open for weeks, and the browser looks for a newer worker on loading only. */
function checkNowAndThen(kept: ServiceWorkerRegistration): void {
  function check(): void {
    if (navigator.onLine) kept.update().catch(() => {});
  }
  setInterval(check, CHECK_EVERY_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') check();
  });
}
