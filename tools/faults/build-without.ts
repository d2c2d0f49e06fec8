import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { ROOT } from '../root.ts';
import type { Replacement } from './protections.ts';

/** Builds the client with some modules replaced. Resolves with the folder. */
export async function buildWithout(
  name: string,
  replacements: readonly Replacement[],
): Promise<string> {
  const outDir = join(ROOT, '.local', `without-${name}`);
  await build({
    root: join(ROOT, 'web'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, minify: false, sourcemap: false },
    plugins: [replaceModules(replacements)],
  });
  return outDir;
}

function replaceModules(replacements: readonly Replacement[]): Plugin {
  const left = new Set(replacements);
  return {
    name: 'replace-modules',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      // What stands in for a module may use it.
      if (importer === undefined || replacements.some(({ by }) => by === importer)) return null;
      const id = (await this.resolve(source, importer, { ...options, skipSelf: true }))?.id;
      const found = replacements.find(
        (one) =>
          (one.module === source || one.module === id) &&
          (one.importer === undefined || one.importer === importer),
      );
      if (found === undefined) return null;
      left.delete(found);
      return found.by;
    },
    buildEnd(error) {
      if (error !== undefined || left.size === 0) return;
      throw new Error(`Nothing imports ${[...left].map(({ module }) => module).join(', ')}.`);
    },
  };
}
