import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HOST } from '../suite/ports.ts';
import { relayHosting } from './hosting-front.ts';
import { NetworkFaults } from './network-faults.ts';
import { OpenChannels } from './open-channels.ts';
import { relay } from './relay.ts';
import type { SuiteAddresses } from './suite-addresses.ts';
import { Untruths } from './untruths.ts';

export interface FaultProxy {
  /** The page, whose way to Firestore and Auth leads through the proxy. */
  readonly url: string;
  readonly faults: NetworkFaults;
  readonly untruths: Untruths;
  stop(): Promise<void>;
}

/** One person's way to the backend. `clientFolder` holds another build of the client than Hosting's. */
export async function startFaultProxy(
  suite: SuiteAddresses,
  clientFolder: string | null = null,
): Promise<FaultProxy> {
  const faults = new NetworkFaults();
  const channels = new OpenChannels(suite.firestore);
  const untruths = new Untruths();
  const relayTo = (target: string) => (request: IncomingMessage, response: ServerResponse) =>
    relay(request, response, { target, faults, channels, untruths });
  const firestore = await listen(relayTo(suite.firestore));
  const auth = await listen(relayTo(suite.auth));
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
    untruths,
    async stop() {
      await Promise.all([firestore, auth, hosting].map(close));
      await channels.endAll();
    },
  };
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
