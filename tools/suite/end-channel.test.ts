import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { endChannel } from './end-channel.ts';
import { HOST } from './ports.ts';

test('[SU13] a channel is ended also where the other side closes each connection after its answer', async () => {
  const used = new Set<Socket>();
  const server = createServer(({ socket }, response) => {
    if (used.has(socket)) socket.destroy();
    used.add(socket);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const url = `http://${HOST}:${port}/google.firestore.v1.Firestore/Listen/channel?SID=a`;
  expect(await endChannel({ url, sent: 1 })).toBe(true);
  expect(await endChannel({ url, sent: 1 })).toBe(true);
});
