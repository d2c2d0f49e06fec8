import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `second`: as a build after a change of index.html. With another worker: as one with PLAZA_WORKER=off. */
export type Deployment = 'first' | 'second' | { readonly worker: string };

export interface Site {
  readonly url: string;
  readonly deploy: (deployment: Deployment) => void;
  readonly close: () => Promise<void>;
}

/**
 * Passes on what Hosting answers at `hostingUrl`, headers included, except for what a deployment
 * changes.
 */
export async function openSite(hostingUrl: string): Promise<Site> {
  let current: Deployment = 'first';

  function edited(path: string, body: string): string {
    if (typeof current === 'object') return path === '/sw.js' ? current.worker : body;
    if (current === 'first') return body;
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
