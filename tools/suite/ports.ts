import { createServer } from 'node:net';

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

/** The ports that README.md names. */
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

/** Listens on a port for a moment; 0 asks the system for a free one. `null` when it is in use. */
async function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: HOST, exclusive: true }, () => {
      const address = server.address();
      server.close(() =>
        resolve(address !== null && typeof address === 'object' ? address.port : null),
      );
    });
  });
}

/** The names and numbers of those ports that another program holds. */
export async function portsInUse(ports: SuitePorts): Promise<[name: string, port: number][]> {
  const taken: [string, number][] = [];
  for (const [name, port] of Object.entries(ports) as [string, number][]) {
    if ((await tryPort(port)) === null) taken.push([name, port]);
  }
  return taken;
}

export async function findFreePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === null) throw new Error('The system has no free port.');
  return port;
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
