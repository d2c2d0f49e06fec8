/** Shorter interruptions are not told: most mend themselves before anybody notices. */
export const GRACE_MS = 5_000;

export type ConnectionStatus = 'online' | 'reconnecting' | 'offline';

export interface Connection {
  readonly status: ConnectionStatus;
  /** The browser believes to have a network. */
  readonly hasNetwork: boolean;
  /** When the server was heard last, in milliseconds; null while it is heard. */
  readonly silentSince: number | null;
}

export type ConnectionEvent =
  | { readonly type: 'network'; readonly hasNetwork: boolean }
  | { readonly type: 'contact'; readonly isHeard: boolean }
  | { readonly type: 'tick' };

/** A page that has just opened: it has the grace period to reach the server. */
export function startConnection(hasNetwork: boolean, now: number): Connection {
  return { status: hasNetwork ? 'online' : 'offline', hasNetwork, silentSince: now };
}

export function connectionAfter(
  before: Connection,
  event: ConnectionEvent,
  now: number,
): Connection {
  const hasNetwork = event.type === 'network' ? event.hasNetwork : before.hasNetwork;
  const silentSince =
    event.type === 'contact' ? silence(before, event.isHeard, now) : before.silentSince;
  return { status: statusOf(before.status, hasNetwork, silentSince, now), hasNetwork, silentSince };
}

/** In how many milliseconds a tick would change the status, or null if none would. */
export function graceLeftMs(connection: Connection, now: number): number | null {
  const { status, silentSince } = connection;
  return status === 'online' && silentSince !== null
    ? Math.max(0, silentSince + GRACE_MS - now)
    : null;
}

function silence({ silentSince }: Connection, isHeard: boolean, now: number): number | null {
  return isHeard ? null : (silentSince ?? now);
}

/** Grace is for who is online: who knows of a loss already is told that it is being mended. */
function statusOf(
  before: ConnectionStatus,
  hasNetwork: boolean,
  silentSince: number | null,
  now: number,
): ConnectionStatus {
  if (!hasNetwork) return 'offline';
  if (silentSince === null) return 'online';
  if (before !== 'online') return 'reconnecting';
  return now - silentSince >= GRACE_MS ? 'reconnecting' : 'online';
}
