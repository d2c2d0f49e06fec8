import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stopProcessTree } from '../process/process-tree.ts';
import { ROOT } from '../root.ts';
import { HOST } from './ports.ts';

const STOP_GRACE_MS = 2_000;

export interface ViteServer {
  url: string;
  stop(): Promise<void>;
}

/**
 * Vite's dev server for the client, which asks `hostingUrl` for what only Hosting serves. A process
 * of its own, because inside of ours Vite would answer SIGTERM by ending it at once.
 */
export function startVite(port: number, hostingUrl: string): ViteServer {
  const child = spawn('vite', ['--port', String(port)], {
    cwd: join(ROOT, 'web'),
    env: { ...process.env, PLAZA_URL: hostingUrl },
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return {
    url: `http://${HOST}:${port}/`,
    stop: async () => {
      if (child.pid !== undefined) await stopProcessTree(child.pid, STOP_GRACE_MS);
    },
  };
}
