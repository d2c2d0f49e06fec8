import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nextState, NEW_ENTRY, type EntryEvent } from './entry-machine.ts';
import type { EntryState } from './outbox-entry.ts';

const STATES: readonly EntryState[] = [
  NEW_ENTRY,
  { status: 'sending', refusals: 2 },
  { status: 'failed', reason: 'refused' },
  { status: 'withdrawn' },
  { status: 'taken' },
];

const EVENTS: readonly EntryEvent[] = [
  { type: 'wait', reason: 'quota', until: 5 },
  { type: 'hand-over' },
  { type: 'refuse', verdict: { type: 'wait', reason: 'retry', until: 7, refusals: 3 } },
  { type: 'refuse', verdict: { type: 'give-up', reason: 'refused' } },
  { type: 'vanish' },
  { type: 'arrive' },
  { type: 'removed' },
  { type: 'left' },
  { type: 'retry' },
  { type: 'discard' },
  { type: 'take-back' },
  { type: 'withdraw' },
];

const SPECIFICATION = new URL('../../../docs/spec/sending.md', import.meta.url);

/** The rows of the specification's table that start from a state, as `from event to`. */
function specified(): string[] {
  return readFileSync(SPECIFICATION, 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, from]) => STATES.some(({ status }) => status === from))
    .map(([, from, event, , to]) => `${from} ${event} ${to?.split(',')[0]}`)
    .toSorted();
}

test('[SD13] the states and their changes are those of the specification, and no others', () => {
  const found = STATES.flatMap((state) =>
    EVENTS.map((event) => [state.status, event.type, nextState(state, event)] as const),
  )
    .filter(([, , next]) => next !== null)
    .map(
      ([from, event, next]) => `${from} ${event} ${typeof next === 'string' ? next : next?.status}`,
    );
  expect([...new Set(found)].toSorted()).toEqual(specified());
});

test('[SD13] a reason and a time to wait for are kept with the entry, and so is how often it was refused', () => {
  const [queued, sending] = STATES;
  const [wait, handOver, refuse] = EVENTS;
  if (!queued || !sending || !wait || !handOver || !refuse) throw new Error('unreachable');
  expect(nextState(queued, wait)).toMatchObject({ waitsFor: 'quota', until: 5 });
  expect(nextState(sending, refuse)).toEqual({
    status: 'queued',
    waitsFor: 'retry',
    until: 7,
    refusals: 3,
  });
  expect(nextState({ ...NEW_ENTRY, refusals: 3 }, handOver)).toEqual({
    status: 'sending',
    refusals: 3,
  });
});
