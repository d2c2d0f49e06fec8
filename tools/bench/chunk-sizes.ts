import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../root.ts';

interface ManifestChunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
}

export interface ChunkSize {
  file: string;
  gzipBytes: number;
  /** Loaded before anybody has signed in. */
  isBeforeSignIn: boolean;
}

/** JavaScript as the browser receives it, from Vite's manifest of the last build. */
export async function chunkSizes(): Promise<ChunkSize[]> {
  const dist = join(ROOT, 'web', 'dist');
  const text = await readFile(join(dist, '.vite', 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Record<string, ManifestChunk>;
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const beforeSignIn = withStaticImports(manifest, entries);
  const chunks = Object.entries(manifest).filter(([, { file }]) => file.endsWith('.js'));
  return Promise.all(
    chunks.map(async ([key, { file }]) => ({
      file,
      gzipBytes: gzipSync(await readFile(join(dist, file)), { level: 9 }).length,
      isBeforeSignIn: beforeSignIn.has(key),
    })),
  );
}

function withStaticImports(
  manifest: Record<string, ManifestChunk>,
  keys: readonly string[],
  found = new Set<string>(),
): Set<string> {
  for (const key of keys) {
    if (found.has(key)) continue;
    found.add(key);
    withStaticImports(manifest, manifest[key]?.imports ?? [], found);
  }
  return found;
}
