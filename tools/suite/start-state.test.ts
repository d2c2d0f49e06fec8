import { expect, test } from 'vitest';
import { startState } from './start-state.ts';

const FAILURE =
  'Failed to load function definition from source: FirebaseError: Cannot determine backend specification.';
const READY = '✔  All emulators ready! It is now safe to connect your app.\n';

test.each([
  ['hub: emulator hub started\n', 'starting'],
  [`hub: emulator hub started\n${READY}`, 'ready'],
  [`⬢  functions: ${FAILURE} Ti`, 'starting'],
  [`⬢  functions: ${FAILURE}\n${READY}`, { failure: FAILURE }],
])('[SU16] %j: %j', (output, state) => {
  expect(startState(output)).toEqual(state);
});
