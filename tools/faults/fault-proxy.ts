import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HOST } from '../suite/ports.ts';
import { relayHosting } from './hosting-front.ts';
import { NetworkFaults } from './network-faults.ts';
import { relay } from './relay.ts';
import { terminationOf } from './web-channel.ts';

/** Where a suite's emulators listen, each as `host:port`. */
export interface SuiteAddresses {
  readonly hosting: string;
  readonly firestore: string;
  readonly auth: string;
}

export interface FaultProxy {
  /** The page, whose way to Firestore and Auth leads through the proxy. */
  readonly url: string;
  readonly faults: NetworkFaults;
  stop(): Promise<void>;
}

/** One person's way to the backend. `clientFolder` holds another build of the client than Hosting's. */
export async function startFaultProxy(
  suite: SuiteAddresses,
  clientFolder: string | null = null,
): Promise<FaultProxy> {
  const faults = new NetworkFaults();
  const firestore = await listen((request, response) =>
    relay(request, response, suite.firestore, faults),
  );
  const auth = await listen((request, response) => relay(request, response, suite.auth, faults));
  const ports = new Map([
    [portIn(suite.firestore), portOf(firestore)],
    [portIn(suite.auth), portOf(auth)],
  ]);
  const hosting = await listen((request, response) =>
    relayHosting(request, response, { hosting: suite.hosting, ports, clientFolder }),
  );
  return {
    url: `http://${HOST}:${portOf(hosting)}`,
    faults,
    async stop() {
      await Promise.all([firestore, auth, hosting].map(close));
      await Promise.all(faults.channelUrls.map((url) => endChannel(suite.firestore, url)));
    },
  };
}

/** The emulator goes on collecting what happens for a channel whose client has just vanished, for ever. */
async function endChannel(firestore: string, url: string): Promise<void> {
  await fetch(`http://${firestore}${terminationOf(url)}`, { method: 'POST' });
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function listen(handle: Handler): Promise<Server> {
  // Whoever breaks off, the other side's connection is broken, too.
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  return server;
}

function portOf(server: Server): string {
  return String((server.address() as AddressInfo).port);
}

function portIn(address: string): string {
  return address.slice(address.lastIndexOf(':') + 1);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
