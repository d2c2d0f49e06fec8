import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { send } from './relay.ts';

export interface HostingFront {
  /** The Hosting emulator, as `host:port`. */
  readonly hosting: string;
  /** The ports that pages are told instead of the emulators'. */
  readonly ports: ReadonlyMap<string, string>;
  /** Whose files are served instead of Hosting's; null: none. */
  readonly clientFolder: string | null;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly content: Buffer;
}

const POLICY = 'content-security-policy';

/** What has its own content in its name, by address and path: every page asks for it anew. */
const assets = new Map<string, Answer>();
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** Passes Hosting's answer on, with other ports in what names the emulators. */
export async function relayHosting(
  request: IncomingMessage,
  response: ServerResponse,
  { hosting, ports, clientFolder }: HostingFront,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://page').pathname;
  const asset = assets.get(hosting + path);
  const answer = asset ?? (await ask(request, response, hosting));
  if (answer.status === 200 && path.startsWith('/assets/')) assets.set(hosting + path, answer);
  const { 'content-length': _, 'transfer-encoding': __, ...headers } = answer.headers;
  const policy = headers[POLICY];
  if (typeof policy === 'string') headers[POLICY] = withPorts(policy, ports);

  const other = clientFolder === null ? null : await fileIn(clientFolder, path);
  if (other !== null) {
    response.writeHead(200, { ...headers, 'content-type': other.type });
    response.end(other.content);
    return;
  }
  response.writeHead(answer.status, headers);
  const { content } = answer;
  response.end(path.startsWith('/__/') ? withPorts(content.toString(), ports) : content);
}

async function ask(
  request: IncomingMessage,
  response: ServerResponse,
  hosting: string,
): Promise<Answer> {
  const body = await buffer(request);
  // Only a whole answer that is not compressed can be rewritten.
  for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since']) {
    delete request.headers[name];
  }
  const answer = await send(request, body, hosting, response);
  const { statusCode: status = 502, headers } = answer;
  return { status, headers, content: await buffer(answer) };
}

function withPorts(text: string, ports: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\b\d{2,5}\b/g, (number) => ports.get(number) ?? number);
}

async function fileIn(
  folder: string,
  path: string,
): Promise<{ content: Buffer; type: string } | null> {
  const name = path === '/' ? '/index.html' : path;
  const content = await readFile(join(folder, name)).catch(() => null);
  return content && { content, type: TYPES[extname(name)] ?? 'application/octet-stream' };
}
