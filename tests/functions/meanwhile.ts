import type { Backend, Bucket } from '../../functions/src/platform/backend.ts';

/** A backend where something else happens before the first object is written, or deleted. */
export function meanwhile(
  backend: Backend,
  name: 'save' | 'delete',
  act: () => Promise<unknown>,
): Backend {
  const bucket = Object.create(backend.bucket) as Bucket;
  let acting: Promise<unknown> | undefined;
  bucket.file = (path) => {
    const file = backend.bucket.file(path);
    const call = file[name].bind(file) as (...args: unknown[]) => Promise<unknown>;
    return Object.assign(file, {
      async [name](...args: unknown[]) {
        acting ??= act();
        await acting;
        return call(...args);
      },
    });
  };
  return { ...backend, bucket };
}
