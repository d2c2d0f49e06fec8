import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../root.ts';

interface ManifestChunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
}

type Manifest = Readonly<Record<string, ManifestChunk>>;

/** When the browser loads a chunk: with the page, on entering the room, or for what somebody does there. */
export type LoadedWhen = 'at once' | 'in the room' | 'on demand';

export interface ChunkSize {
  file: string;
  gzipBytes: number;
  loaded: LoadedWhen;
}

/** What is imported dynamically on the way into the room: the database and the room. */
const ROOM = [/^src\/firebase\/profile\.ts$/, /^src\/app\/member\.tsx$/];

/** JavaScript as the browser receives it, from Vite's manifest of the last build. */
export async function chunkSizes(): Promise<ChunkSize[]> {
  const dist = join(ROOT, 'web', 'dist');
  const text = await readFile(join(dist, '.vite', 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const keys = Object.keys(manifest);
  const atOnce = withStaticImports(
    manifest,
    keys.filter((key) => manifest[key]?.isEntry),
  );
  const inRoom = withStaticImports(
    manifest,
    ROOM.map((name) => keyOf(keys, name)),
  );
  const chunks = Object.entries(manifest).filter(([, { file }]) => file.endsWith('.js'));
  return Promise.all(
    chunks.map(async ([key, { file }]) => ({
      file,
      gzipBytes: gzipSync(await readFile(join(dist, file)), { level: 9 }).length,
      loaded: atOnce.has(key) ? 'at once' : inRoom.has(key) ? 'in the room' : 'on demand',
    })),
  );
}

function keyOf(keys: readonly string[], name: RegExp): string {
  const key = keys.find((one) => name.test(one));
  if (key === undefined) throw new Error(`The build has no chunk ${name.source}.`);
  return key;
}

function withStaticImports(
  manifest: Manifest,
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
