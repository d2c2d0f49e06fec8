import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { SetupError } from '../setup-error.ts';

export interface SuitePorts {
  hosting: number;
  auth: number;
  functions: number;
  firestore: number;
  firestoreWebsocket: number;
  storage: number;
  hub: number;
  logging: number;
  eventarc: number;
  tasks: number;
}

/** The usual ones, without `--free-ports`. */
export const DEFAULT_PORTS: SuitePorts = {
  hosting: 5000,
  auth: 9099,
  functions: 5001,
  firestore: 8080,
  firestoreWebsocket: 9150,
  storage: 9199,
  hub: 4400,
  logging: 4500,
  eventarc: 9299,
  tasks: 9499,
};

export const HOST = '127.0.0.1';

/**
 * Below those that a system gives to outgoing connections: one of them could have taken a port that
 * was free a minute ago, before its emulator listens.
 */
const FREE_PORTS = { from: 20_000, to: 32_000 };

/** Listens on a port for a moment. Resolves with whether it is free. */
async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: HOST, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** @throws SetupError with those that another program holds */
export async function requireFree(ports: Readonly<Record<string, number>>): Promise<void> {
  const taken: string[] = [];
  for (const [name, port] of Object.entries(ports)) {
    if (!(await isFree(port))) taken.push(`${port} (${name})`);
  }
  if (taken.length === 0) return;
  throw new SetupError(
    `Port ${taken.join(', ')} is in use: end the program that holds it, another Plaza perhaps, and try again.`,
  );
}

/** Another one each time, as good as always. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FREE_PORTS.from, FREE_PORTS.to);
    if (await isFree(port)) return port;
  }
}

/** A free port for every emulator. */
export async function findFreePorts(): Promise<SuitePorts> {
  const names = Object.keys(DEFAULT_PORTS);
  const free = new Set<number>();
  while (free.size < names.length) free.add(await findFreePort());
  const numbers = [...free];
  return Object.fromEntries(
    names.map((name, index) => [name, numbers[index]]),
  ) as unknown as SuitePorts;
}
