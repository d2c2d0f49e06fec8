import { describe, expect, test } from 'vitest';
import {
  connectionAfter,
  GRACE_MS,
  graceLeftMs,
  startConnection,
  type Connection,
  type ConnectionEvent,
} from './connection.ts';

const HEARD: ConnectionEvent = { type: 'contact', isHeard: true };
const SILENT: ConnectionEvent = { type: 'contact', isHeard: false };
const NETWORK: ConnectionEvent = { type: 'network', hasNetwork: true };
const NO_NETWORK: ConnectionEvent = { type: 'network', hasNetwork: false };
const TICK: ConnectionEvent = { type: 'tick' };

/** Each event with the time at which it comes, in milliseconds. */
function after(...events: readonly (readonly [at: number, ConnectionEvent])[]): Connection {
  return events.reduce(
    (connection, [at, event]) => connectionAfter(connection, event, at),
    startConnection(true, 0),
  );
}

describe('[SH9] what the connection state says', () => {
  test.each([
    ['online when the server is heard', [[10, HEARD]], 'online'],
    [
      'online within the grace period',
      [
        [10, HEARD],
        [20, SILENT],
        [5_019, TICK],
      ],
      'online',
    ],
    [
      'reconnecting after it',
      [
        [10, HEARD],
        [20, SILENT],
        [5_020, TICK],
      ],
      'reconnecting',
    ],
    [
      'online again as soon as the server is heard',
      [
        [0, SILENT],
        [6_000, TICK],
        [6_001, HEARD],
      ],
      'online',
    ],
    [
      'offline at once without a network',
      [
        [10, HEARD],
        [11, NO_NETWORK],
      ],
      'offline',
    ],
    [
      'reconnecting at once after being offline',
      [
        [10, HEARD],
        [11, NO_NETWORK],
        [12, SILENT],
        [13, NETWORK],
      ],
      'reconnecting',
    ],
    [
      'online after a break that the server did not notice',
      [
        [10, HEARD],
        [11, NO_NETWORK],
        [12, NETWORK],
      ],
      'online',
    ],
    [
      'counted from the first silence',
      [
        [10, HEARD],
        [20, SILENT],
        [4_000, SILENT],
        [5_020, TICK],
      ],
      'reconnecting',
    ],
  ] as const)('%s', (_, events, status) => {
    expect(after(...events).status).toBe(status);
  });

  test('a page that opens without a network is offline', () => {
    expect(startConnection(false, 0).status).toBe('offline');
  });
});

test('[SH9] the grace period is told, so that nothing has to poll', () => {
  expect(graceLeftMs(after([10, HEARD]), 20)).toBeNull();
  expect(graceLeftMs(after([10, HEARD], [20, SILENT]), 1_020)).toBe(GRACE_MS - 1_000);
  expect(graceLeftMs(after([10, HEARD], [20, SILENT]), 9_000)).toBe(0);
  expect(graceLeftMs(after([0, SILENT], [5_000, TICK]), 5_000)).toBeNull();
  expect(graceLeftMs(after([1, NO_NETWORK]), 2)).toBeNull();
});
