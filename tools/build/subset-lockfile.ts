import { SetupError } from '../setup-error.ts';

interface LockedPackage {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  dev?: boolean;
  devOptional?: boolean;
}

export interface Lockfile {
  lockfileVersion: number;
  packages: Record<string, LockedPackage>;
}

export interface Manifest {
  name: string;
  dependencies: Record<string, string>;
}

/** Where Node would find `name` from a package: the nearest `node_modules`, outwards. */
function resolve(lock: Lockfile, from: string, name: string): string | null {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, folder.lastIndexOf('node_modules/')).replace(/\/$/, '')
  ) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (path in lock.packages) return path;
    if (folder === '') return null;
  }
}

/** Names of what a package needs, and whether it can do without. */
function needsOf(locked: LockedPackage): [name: string, isOptional: boolean][] {
  return [
    ...Object.keys(locked.dependencies ?? {}).map((name): [string, boolean] => [name, false]),
    ...Object.keys(locked.optionalDependencies ?? {}).map((name): [string, boolean] => [
      name,
      true,
    ]),
    ...Object.keys(locked.peerDependencies ?? {}).map((name): [string, boolean] => [
      name,
      locked.peerDependenciesMeta?.[name]?.optional === true,
    ]),
  ];
}

/**
 * The lockfile of one package of the workspace by itself: from the workspace's own, so that the
 * very versions are deployed that were tested.
 *
 * @throws SetupError when a dependency is not in the workspace's lockfile
 */
export function subsetLockfile(lock: Lockfile, manifest: Manifest): Lockfile & { name: string } {
  const packages: Record<string, LockedPackage> = {};
  const queue: [from: string, name: string, isOptional: boolean][] = Object.keys(
    manifest.dependencies,
  ).map((name) => ['', name, false]);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [from, name, isOptional] = next;
    const path = resolve(lock, from, name);
    const locked = path === null ? undefined : lock.packages[path];
    if (path === null || locked === undefined) {
      if (isOptional) continue;
      throw new SetupError(`package-lock.json lacks ${name}: make it anew.`);
    }
    if (path in packages) continue;
    // In the workspace it may be there for development only; here it is not.
    const { dev: _dev, devOptional: _devOptional, ...kept } = locked;
    packages[path] = kept;
    queue.push(
      ...needsOf(locked).map(([need, optional]): [string, string, boolean] => [
        path,
        need,
        optional,
      ]),
    );
  }
  const sorted = Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: manifest.name,
    lockfileVersion: lock.lockfileVersion,
    packages: { '': manifest, ...Object.fromEntries(sorted) },
  };
}
