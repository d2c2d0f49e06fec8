import { installWay, type InstallWay } from './install-way.ts';
import { readLocal, writeLocal } from './local-store.ts';

/** What Chromium sends where Plaza can be installed. */
interface InstallPromptEvent extends Event {
  readonly prompt: () => Promise<unknown>;
}

const STORAGE_KEY = 'plaza.install-declined';

let kept: InstallPromptEvent | null = null;
let isMoment = false;
let isDeclined = false;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function keep(event: InstallPromptEvent | null): void {
  kept = event;
  tell();
}

/** Keeps the browser's offer to install Plaza for a moment that fits. */
export function keepInstallPrompt(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    keep(event as InstallPromptEvent);
  });
  addEventListener('appinstalled', () => keep(null));
}

/** Plaza has shown what it is good for: from now on it may be offered. */
export function noteInstallMoment(): void {
  isMoment = true;
  tell();
}

/** How Plaza may be offered now: `none` before the moment has come, and once somebody has said no. */
export function installOffer(): InstallWay {
  if (!isMoment || isDeclined || readLocal(STORAGE_KEY) !== null) return 'none';
  const { userAgent, maxTouchPoints } = navigator;
  const isStandalone = matchMedia('(display-mode: standalone)').matches;
  return installWay({ userAgent, maxTouchPoints, isStandalone, hasPrompt: kept !== null });
}

export function subscribeToInstallPrompt(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** Asks the browser to ask. It lets itself be asked once. */
export function install(): void {
  void kept?.prompt();
  keep(null);
}

/** For good; where the browser keeps nothing, for as long as the page is there. */
export function declineInstall(): void {
  isDeclined = true;
  writeLocal(STORAGE_KEY, 'yes');
  keep(null);
}
