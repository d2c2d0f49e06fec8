import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SimulatedBrowser } from './testing/simulated-browser.ts';
import { SimulatedServer } from './testing/simulated-server.ts';

test('[SD22] while something is on its way and the server is out of reach, the SDK is told to try every few seconds', async () => {
  const browser = new SimulatedBrowser();
  const server = new SimulatedServer(() => browser.now);
  const { outbox } = browser.open(server, () => 'Ada');
  await setImmediate();
  server.isReachable = false;
  await outbox.add({ text: 'Hello', images: [] });
  await setImmediate();
  expect(server.nudges).toBe(0);
  for (let round = 0; round < 12; round += 1) browser.advance(5_000);
  expect(server.nudges).toBeGreaterThanOrEqual(10);

  server.isReachable = true;
  server.tell();
  server.deliver(true);
  await setImmediate();
  const nudges = server.nudges;
  browser.advance(60_000);
  expect(server.nudges).toBe(nudges);
  expect(outbox.getEntries()).toEqual([]);
});
