import { LEDGER_RATE_PER_SECOND } from '@plaza/shared/limits';
import type { OutboxEntry, WaitReason } from '../../outbox/outbox-entry.ts';

/** Why messages wait: `server`: the network seems to be there, and the server does not answer. */
export type WaitingFor = Exclude<WaitReason, 'turn'> | 'server';

export interface Waiting {
  readonly reason: WaitingFor;
  readonly count: number;
  /** When all will be sent, in milliseconds since 1970; null where that is not known. */
  readonly until: number | null;
}

/** What takes longer than this is worth a word. */
const SLOW_MS = 8_000;

/** What a person is told of the messages that wait, in one sentence; null when none does. */
export function waitingOf(
  entries: readonly OutboxEntry[],
  isOnline: boolean,
  now: number,
): Waiting | null {
  const waiting = entries.filter(
    ({ state }) => state.status === 'queued' || state.status === 'sending',
  );
  const [head] = waiting;
  if (head === undefined) return null;
  const count = waiting.length;
  if (!isOnline) return { reason: 'network', count, until: null };
  if (head.state.status === 'queued' && head.state.waitsFor !== 'turn') {
    const { waitsFor, until } = head.state;
    return { reason: waitsFor, count, until: allSent(waitsFor, until, count) };
  }
  const isSlow = now - head.queuedAt > SLOW_MS;
  return isSlow && head.state.status === 'sending'
    ? { reason: 'server', count, until: null }
    : null;
}

function allSent(reason: WaitReason, next: number | null, count: number): number | null {
  if (next === null || (reason !== 'quota' && reason !== 'blocked')) return null;
  return next + ((count - 1) / LEDGER_RATE_PER_SECOND) * 1_000;
}
