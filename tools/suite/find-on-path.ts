import { realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const ENDINGS = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];

/** Where a program's name on the PATH leads to, links followed, in the order of the PATH. */
export async function findOnPath(program: string): Promise<string[]> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) => ENDINGS.map((end) => join(folder, program + end)));
  const found = await Promise.all(candidates.map((file) => realpath(file).catch(() => undefined)));
  return found.filter((file) => file !== undefined);
}
