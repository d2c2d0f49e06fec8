import { strToU8, zipSync, type Zippable } from 'fflate';
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

const MAX_LINE_BYTES = 72;

export interface LauncherJar {
  mainClass: string;
  /** The jar that holds what the main class needs, or the main class itself. */
  classPath: string;
  /** Contents by path inside the jar. */
  entries?: Zippable;
}

/**
 * Writes a jar that `java -jar` starts although most of its classes are in another one. Whoever
 * sees the file sees all of it, also when two write it at once.
 */
export async function writeLauncherJar(file: string, jar: LauncherJar): Promise<void> {
  const manifest = manifestText({
    'Manifest-Version': '1.0',
    'Main-Class': jar.mainClass,
    'Class-Path': pathToFileURL(jar.classPath).href,
  });
  const zip = zipSync({ 'META-INF/MANIFEST.MF': strToU8(manifest), ...jar.entries });
  const unfinished = `${file}.${randomUUID()}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(unfinished, zip);
  await rename(unfinished, file);
}

/** The text of a manifest: no line is longer than 72 bytes, the rest goes on after a space. */
export function manifestText(attributes: Record<string, string>): string {
  const lines = Object.entries(attributes).map(([name, value]) => fold(`${name}: ${value}`));
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function fold(line: string): string {
  const folded = [''];
  for (const character of line) {
    const last = folded.length - 1;
    const longer = `${folded[last]}${character}`;
    if (Buffer.byteLength(longer) <= MAX_LINE_BYTES) folded[last] = longer;
    else folded.push(` ${character}`);
  }
  return folded.join('\r\n');
}
