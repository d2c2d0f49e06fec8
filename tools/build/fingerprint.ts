import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

/** Changes when a file below one of the paths (from the root) changes, comes or goes. */
async function fingerprintOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    const full = join(ROOT, path);
    const isFolder = (await stat(full)).isDirectory();
    const files = isFolder ? await readdir(full, { recursive: true, withFileTypes: true }) : [];
    const names = files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name));
    for (const name of isFolder ? names.toSorted() : [full]) {
      hash.update(name.slice(ROOT.length)).update(await readFile(name));
    }
  }
  return hash.digest('hex');
}

function stampOf(output: string): string {
  return join(ROOT, output, '.fingerprint');
}

/** Something else is about to write the output: the next build is made in any case. */
export function forgetBuild(output: string): Promise<void> {
  return rm(stampOf(output), { force: true });
}

/**
 * Builds unless the sources are those of the last build, whose fingerprint lies beside its output.
 * `variant` tells builds of the same sources apart.
 */
export async function buildIfStale(
  sources: readonly string[],
  output: string,
  build: () => Promise<void>,
  variant = '',
): Promise<'built' | 'up to date'> {
  const stamp = stampOf(output);
  const fingerprint = `${await fingerprintOf(sources)}${variant}`;
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === fingerprint) return 'up to date';
  await build();
  await writeFile(stamp, fingerprint);
  return 'built';
}
