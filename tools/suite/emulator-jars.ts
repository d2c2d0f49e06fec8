import { existsSync } from 'node:fs';
import { SetupError } from '../setup-error.ts';
import { firestoreLauncher, storageRulesLauncher } from './cloud-sdk-launchers.ts';
import { findCloudSdkJar } from './cloud-sdk.ts';
import { downloadableJar, type DownloadableJar, type JarName } from './downloadable-jar.ts';
import type { Jdk } from './find-jdk.ts';

const HEAD_TIMEOUT_MS = 5000;

const DESCRIPTIONS: Record<JarName, string> = {
  firestore: 'The Firestore emulator',
  storage: 'The Storage emulator',
};

/**
 * The environment variables that lead firebase-tools to jars on this machine. It needs none for a
 * jar that it has downloaded, or can download now.
 */
export async function prepareEmulatorJars(jdk: Jdk): Promise<Record<string, string>> {
  const [firestore, storage] = await Promise.all([
    prepareJar('firestore', jdk),
    prepareJar('storage', jdk),
  ]);
  return {
    ...(firestore && { [overrideVariable('firestore')]: firestore }),
    ...(storage && { [overrideVariable('storage')]: storage }),
  };
}

async function prepareJar(name: JarName, jdk: Jdk): Promise<string | undefined> {
  const override = process.env[overrideVariable(name)];
  if (override) return existingOverride(name, override);

  const downloadable = downloadableJar(name);
  if (existsSync(downloadable.file)) return undefined;

  const sdkJar = await findCloudSdkJar();
  if (sdkJar) {
    return name === 'firestore' ? firestoreLauncher(sdkJar) : storageRulesLauncher(sdkJar, jdk);
  }
  await assertDownloadable(name, downloadable);
  return undefined;
}

/** The name of the variable that firebase-tools reads. */
function overrideVariable(name: JarName): string {
  return `${name.toUpperCase()}_EMULATOR_BINARY_PATH`;
}

function existingOverride(name: JarName, file: string): string {
  if (existsSync(file)) return file;
  throw new SetupError(
    `${overrideVariable(name)} names ${file}, which is not there: correct or unset it, and try again.`,
  );
}

async function assertDownloadable(name: JarName, { url }: DownloadableJar): Promise<void> {
  const signal = AbortSignal.timeout(HEAD_TIMEOUT_MS);
  const answer = await fetch(url, { method: 'HEAD', signal }).catch(() => undefined);
  if (answer?.ok) return;
  throw new SetupError(
    `${DESCRIPTIONS[name]} is not on this machine and ${new URL(url).host} does not hand it out: connect to the internet, or install the Google Cloud SDK with its component cloud-firestore-emulator, and try again.`,
  );
}
