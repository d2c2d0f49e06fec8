import { expect, test } from 'vitest';
import { subsetLockfile, type Lockfile } from './subset-lockfile.ts';

const LOCK: Lockfile = {
  lockfileVersion: 3,
  packages: {
    '': {},
    'node_modules/app': {
      dependencies: { shared: '1' },
      optionalDependencies: { native: '1', absent: '1' },
    },
    'node_modules/app/node_modules/shared': { dependencies: { leaf: '1' }, dev: true },
    'node_modules/shared': { dependencies: { other: '1' } },
    'node_modules/leaf': {
      peerDependencies: { peer: '1', missing: '1' },
      peerDependenciesMeta: { missing: { optional: true } },
    },
    'node_modules/native': {},
    'node_modules/other': {},
    'node_modules/peer': {},
  },
};

test('[FN30] the lockfile holds what is needed, from where Node would find it, and nothing else', () => {
  const manifest = { name: 'part', dependencies: { app: '1' } };
  const { name, packages } = subsetLockfile(LOCK, manifest);
  expect(name).toBe('part');
  expect(packages['']).toEqual(manifest);
  expect(Object.keys(packages)).toEqual([
    '',
    'node_modules/app',
    'node_modules/app/node_modules/shared',
    'node_modules/leaf',
    'node_modules/native',
    'node_modules/peer',
  ]);
  expect(packages['node_modules/app/node_modules/shared']).toEqual({ dependencies: { leaf: '1' } });
});

test('[FN30] a dependency that is not locked is an error that says so', () => {
  expect(() => subsetLockfile(LOCK, { name: 'part', dependencies: { gone: '1' } })).toThrow('gone');
});
