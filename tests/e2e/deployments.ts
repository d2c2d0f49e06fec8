import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `second`: as a build after a change of index.html. `without-worker`: as one with PLAZA_WORKER=off. */
export type Deployment = 'first' | 'second' | 'without-worker';

export interface Site {
  readonly url: string;
  readonly deploy: (deployment: Deployment) => void;
  readonly close: () => Promise<void>;
}

/**
 * Passes on what Hosting answers at `hostingUrl`, headers included, except for what a deployment
 * changes. `removingWorker` is the worker of a build without one.
 */
export async function openSite(hostingUrl: string, removingWorker: string): Promise<Site> {
  let current: Deployment = 'first';

  function edited(path: string, body: string): string {
    if (current === 'without-worker' && path === '/sw.js') return removingWorker;
    if (current !== 'second') return body;
    if (path === '/sw.js') return body.replace(/("index\.html",revision:")/, '$1second');
    return body.replace('<title>Plaza</title>', '<title>Plaza, second</title>');
  }

  const server: Server = createServer((request, response) => {
    void (async () => {
      const path = request.url ?? '/';
      const answer = await fetch(new URL(path, hostingUrl), {
        headers: { accept: request.headers.accept ?? '*/*' },
      });
      const type = answer.headers.get('content-type') ?? '';
      const headers = Object.fromEntries(
        [...answer.headers].filter(
          ([name]) => !/^(content-(encoding|length)|transfer-encoding|connection|etag)$/.test(name),
        ),
      );
      response.writeHead(answer.status, headers);
      const isText = /html|javascript/.test(type);
      response.end(
        isText ? edited(path, await answer.text()) : Buffer.from(await answer.arrayBuffer()),
      );
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deploy: (deployment) => (current = deployment),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
