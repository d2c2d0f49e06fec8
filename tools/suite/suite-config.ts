import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { HOST, type SuitePorts } from './ports.ts';

export interface FirebaseConfig {
  hosting: { headers: { headers: { key: string; value: string }[] }[] };
  emulators: Record<string, unknown>;
}

/**
 * firebase.json as deployed, but for what only a local suite needs: other ports, and in the
 * Content-Security-Policy the emulators' addresses beside Google's.
 */
export function localConfigFrom(deployed: FirebaseConfig, ports: SuitePorts): FirebaseConfig {
  const { firestore, firestoreWebsocket, ...others } = ports;
  const emulators = Object.entries(others).map(([name, port]): [string, unknown] => [
    name,
    { host: HOST, port },
  ]);
  return {
    ...deployed,
    hosting: {
      ...deployed.hosting,
      headers: deployed.hosting.headers.map((rule) => ({
        ...rule,
        headers: rule.headers.map(({ key, value }) => ({
          key,
          value: key === 'Content-Security-Policy' ? allowEmulators(value, ports) : value,
        })),
      })),
    },
    emulators: {
      ...deployed.emulators,
      ...Object.fromEntries(emulators),
      firestore: { host: HOST, port: firestore, websocketPort: firestoreWebsocket },
    },
  };
}

function allowEmulators(policy: string, ports: SuitePorts): string {
  const storage = `http://${HOST}:${ports.storage}`;
  const services = [ports.auth, ports.firestore, ports.functions].map(
    (port) => `http://${HOST}:${port}`,
  );
  return policy
    .replace(/img-src [^;]*/, (directive) => `${directive} ${storage}`)
    .replace(/connect-src [^;]*/, (directive) => `${directive} ${services.join(' ')} ${storage}`);
}

/**
 * Writes the local configuration beside firebase.json, because firebase-tools takes paths from the
 * folder of its configuration only. Resolves with its path and with what removes it.
 */
export async function writeSuiteConfig(
  ports: SuitePorts,
): Promise<{ path: string; remove: () => Promise<void> }> {
  const deployed = JSON.parse(
    await readFile(join(ROOT, 'firebase.json'), 'utf8'),
  ) as FirebaseConfig;
  const path = join(ROOT, `.suite-${ports.hub}.json`);
  await writeFile(path, JSON.stringify(localConfigFrom(deployed, ports), null, 2));
  return { path, remove: () => rm(path, { force: true }) };
}
