import type { FirebaseOptions } from 'firebase/app';
import { readLocal, writeLocal } from '../platform/local-store.ts';

/** Hosting, real or emulated, answers here with the project that it serves. */
const CONFIG_URL = '/__/firebase/init.json';
const STORAGE_KEY = 'plaza.firebase-config';

export interface Emulator {
  readonly host: string;
  readonly port: number;
}

export interface FirebaseConfig extends FirebaseOptions {
  readonly projectId: string;
  /** Only of a local suite: where its emulators listen. */
  readonly emulators?: Readonly<Record<string, Emulator>>;
}

/**
 * The project's configuration: the one of the last visit at once, with or without a network, while
 * the next visit's is fetched.
 */
export function loadConfig(): Promise<FirebaseConfig> {
  const fetched = fetchConfig().then((config) => {
    writeLocal(STORAGE_KEY, JSON.stringify(config));
    return config;
  });
  const stored = storedConfig();
  if (stored === null) return fetched;
  fetched.catch(() => {});
  return Promise.resolve(stored);
}

function storedConfig(): FirebaseConfig | null {
  try {
    return JSON.parse(readLocal(STORAGE_KEY) ?? 'null') as FirebaseConfig | null;
  } catch {
    return null;
  }
}

async function fetchConfig(): Promise<FirebaseConfig> {
  const config = (await fetchOk(CONFIG_URL).then((response) => response.json())) as FirebaseConfig;
  if (!config.projectId.startsWith('demo-')) return config;
  return { ...config, emulators: await fetchEmulators() };
}

/** The Hosting emulator tells the others' addresses in the script that it offers to pages. */
async function fetchEmulators(): Promise<Record<string, Emulator>> {
  const script = await fetchOk('/__/firebase/init.js?useEmulator=true').then((r) => r.text());
  const json = /firebaseEmulators = (\{[^;]*\});/.exec(script)?.[1];
  if (json === undefined) throw new Error('The Hosting emulator names no emulators.');
  return JSON.parse(json) as Record<string, Emulator>;
}

async function fetchOk(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}
