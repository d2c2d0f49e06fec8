import { spawn, type SpawnOptions } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Runs a program to its end, and prints its lines as they come behind `label`. Resolves with the exit code. */
export function runLabelled(
  label: string,
  program: string,
  args: string[],
  options: SpawnOptions,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const input of [child.stdout, child.stderr]) {
      if (input === null) continue;
      createInterface({ input }).on('line', (line) => console.log(`${label.padEnd(13)} | ${line}`));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
