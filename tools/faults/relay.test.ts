import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { HOST } from '../suite/ports.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { NetworkFaults } from './network-faults.ts';
import { OpenChannels } from './open-channels.ts';
import { relay } from './relay.ts';
import { Untruths } from './untruths.ts';

const LISTEN = '/google.firestore.v1.Firestore/Listen/channel?SID=';
const OPENING = '/google.firestore.v1.Firestore/Listen/channel?VER=8&RID=7';
const WRITE = '/google.firestore.v1.Firestore/Write/channel?SID=';

/** Where `handle` listens, until the test is over. */
async function listen(handle: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `${HOST}:${(server.address() as AddressInfo).port}`;
}

/** A server that answers or not, and a line to it. */
async function lineTo(answers: boolean) {
  const heard: string[] = [];
  const target = await listen(({ url }, response) => {
    heard.push(url ?? '');
    response.flushHeaders();
    if (answers || url?.includes('terminate') === true) response.end();
  });
  const faults = new NetworkFaults();
  const channels = new OpenChannels(target);
  const proxy = await listen((request, response) => {
    relay(request, response, { target, faults, channels, untruths: new Untruths() }).catch(() =>
      response.destroy(),
    );
  });
  return { heard, faults, channels, url: `http://${proxy}` };
}

test('[FT9] what a page has given up while the line held it back does not reach the server', async () => {
  const { heard, faults, url } = await lineTo(true);
  faults.delayMs = 100;
  await expect(fetch(`${url}/late`, { signal: AbortSignal.timeout(20) })).rejects.toThrow(
    /abort|timeout/i,
  );
  await fetch(`${url}/kept`);
  await sleep(100);
  expect(heard).toEqual(['/kept']);
});

test('[FT9] a channel is open until its page has ended it, though its connections linger', async () => {
  const { channels, url } = await lineTo(false);
  await fetch(`${url}${WRITE}one&TYPE=xmlhttp`);
  expect(channels.isOpen('one')).toBe(true);
  expect(channels.isOpen('other')).toBe(false);
  await fetch(`${url}${WRITE}one&TYPE=terminate`, { method: 'POST' });
  expect(channels.isOpen('one')).toBe(false);
});

test('[SU13] a channel is ended also if its page was gone before it knew that it had one', async () => {
  const heard: string[] = [];
  const target = await listen(({ url }, response) => {
    heard.push(url ?? '');
    if (url === OPENING)
      setTimeout(() => response.end('51\n[[0,["c","late","",8,12,30000]]]'), 100);
    else response.end();
  });
  const channels = new OpenChannels(target);
  const line = { target, faults: new NetworkFaults(), channels, untruths: new Untruths() };
  const relayed: Promise<unknown>[] = [];
  const proxy = await listen((request, response) => {
    relayed.push(relay(request, response, line));
  });
  const gone = { method: 'POST', signal: AbortSignal.timeout(50) };
  await expect(fetch(`http://${proxy}${OPENING}`, gone)).rejects.toThrow(/abort|timeout/i);
  await Promise.all(relayed);
  await channels.endAll();
  expect(heard.filter((url) => /SID=late.*TYPE=terminate/.test(url))).toHaveLength(1);
});

/** A suite in one server, and a proxy before it. `heard`: what was asked of it, and whether that was to listen to something else. */
async function proxied() {
  const heard: string[] = [];
  const target = await listen((request, response) => {
    void buffer(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://target');
      const listens = body.toString().includes('addTarget') ? ', to listen' : '';
      if (pathname.includes('channel')) heard.push(`${searchParams.get('TYPE')}${listens}`);
      response.end(target);
    });
  });
  const proxy = await startFaultProxy({ hosting: target, firestore: target, auth: target });
  const firestore = await (await fetch(`${proxy.url}/__/firebase/init.json`)).text();
  return { heard, proxy, firestore: `http://${firestore}` };
}

test('[SU13] what a channel listens to ends before its page’s farewell', async () => {
  const { heard, proxy, firestore } = await proxied();
  onTestFinished(() => proxy.stop());
  await fetch(`${firestore}${LISTEN}one&TYPE=xmlhttp`);
  await fetch(`${firestore}${LISTEN}one&TYPE=terminate`, { method: 'POST' });
  expect(heard).toEqual(['xmlhttp', 'null, to listen', 'terminate']);
});

test('[SU13] what was not ended ends with the proxy', async () => {
  const { heard, proxy, firestore } = await proxied();
  await fetch(`${firestore}${LISTEN}one&TYPE=xmlhttp`);
  await proxy.stop();
  expect(heard).toEqual(['xmlhttp', 'null, to listen', 'terminate']);
});
