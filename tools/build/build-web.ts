import { join } from 'node:path';
import { capture } from '../process/run.ts';
import { ROOT } from '../root.ts';
import { SetupError } from '../setup-error.ts';
import { buildIfStale } from './fingerprint.ts';

const SOURCES = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'web/pwa.ts',
  'tools/build/compile-catalogues.ts',
  'shared/src',
  'package-lock.json',
];

/** Builds the client into web/dist, where Hosting finds it. */
export function buildWeb(): Promise<'built' | 'up to date'> {
  return buildIfStale(
    SOURCES,
    'web/dist',
    async () => {
      const { code, output } = await capture('vite', ['build'], {
        cwd: join(ROOT, 'web'),
        // A test runner sets another one, and React's development build would be kept as up to date.
        env: { ...process.env, NODE_ENV: 'production' },
      });
      if (code !== 0) throw new SetupError(`The client does not build:\n${output}`);
    },
    process.env['PLAZA_WORKER'],
  );
}
