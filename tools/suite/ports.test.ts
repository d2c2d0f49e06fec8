import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { DEFAULT_PORTS, findFreePorts, HOST, requireFree } from './ports.ts';

test('[SU12] free ports are each another, and none that a system gives away', async () => {
  const ports = await findFreePorts();
  expect(Object.keys(ports)).toEqual(Object.keys(DEFAULT_PORTS));
  const numbers = Object.values(ports) as number[];
  expect(new Set(numbers).size).toBe(numbers.length);
  // Linux begins with 32,768, others with 49,152.
  expect(Math.max(...numbers)).toBeLessThan(32_768);
  expect(Math.min(...numbers)).toBeGreaterThan(1_024);
  await requireFree({ ...ports });
});

test('[SU2] a port that a program holds is in use', async () => {
  const ports = await findFreePorts();
  const server = createServer().listen(ports.auth, HOST);
  await new Promise((resolve) => server.once('listening', resolve));
  await expect(requireFree({ ...ports })).rejects.toThrow(`Port ${ports.auth} (auth) is in use`);
  server.close();
});
