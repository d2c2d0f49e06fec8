import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findOnPath } from './find-on-path.ts';

const FIRESTORE_JAR = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';

/** The Firestore emulator of an installed Google Cloud SDK. It holds the rules engine, too. */
export async function findCloudSdkJar(): Promise<string | undefined> {
  const root = process.env['CLOUDSDK_ROOT_DIR'];
  const commands = await findOnPath('gcloud');
  const roots = [...(root ? [root] : []), ...commands.map((file) => dirname(dirname(file)))];
  return roots.map((folder) => join(folder, FIRESTORE_JAR)).find((jar) => existsSync(jar));
}
