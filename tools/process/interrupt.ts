import type { ChildProcess } from 'node:child_process';

/**
 * What Ctrl-C does in a terminal: SIGINT to every process of the child's group. The child must have
 * been spawned `detached`. Resolves with its exit code.
 */
export function interrupt(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      resolve(child.exitCode);
      return;
    }
    child.once('exit', (code) => resolve(code));
    process.kill(-child.pid, 'SIGINT');
  });
}
