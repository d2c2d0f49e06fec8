import details from 'firebase-tools/lib/emulator/downloadableEmulatorInfo.json' with { type: 'json' };
import { homedir } from 'node:os';
import { join } from 'node:path';

export type JarName = 'firestore' | 'storage';

export interface DownloadableJar {
  /** Where firebase-tools keeps it: there or not. */
  file: string;
  url: string;
}

/** The jar that the installed firebase-tools runs when it is told nothing else. */
export function downloadableJar(name: JarName): DownloadableJar {
  const cache =
    process.env['FIREBASE_EMULATORS_PATH'] || join(homedir(), '.cache', 'firebase', 'emulators');
  const { downloadPathRelativeToCacheDir, remoteUrl } = details[name];
  return { file: join(cache, downloadPathRelativeToCacheDir), url: remoteUrl };
}
