import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../root.ts';
import { DEFAULT_PORTS } from './ports.ts';
import { localConfigFrom, type FirebaseConfig } from './suite-config.ts';

const deployed = JSON.parse(await readFile(join(ROOT, 'firebase.json'), 'utf8')) as FirebaseConfig;

function headerValues(config: FirebaseConfig): string[] {
  return config.hosting.headers.flatMap(({ headers }) =>
    headers.map(({ key, value }) => `${key}: ${value}`),
  );
}

test('[SU4] the local headers are the deployed ones but for the emulators in the policy', () => {
  const local = headerValues(localConfigFrom(deployed, DEFAULT_PORTS));
  const withoutEmulators = local.map((header) =>
    header.replaceAll(/ http:\/\/127\.0\.0\.1:\d+/g, ''),
  );
  expect(withoutEmulators).toEqual(headerValues(deployed));
  expect(local).not.toEqual(headerValues(deployed));
});
