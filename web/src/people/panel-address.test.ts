import { expect, test } from 'vitest';
import { MY_MESSAGES, panelFrom, personAddress, SETTINGS } from './panel-address.ts';

test.each([
  [personAddress('aB3'), { name: 'person', uid: 'aB3' }],
  [personAddress('a/b %ü'), { name: 'person', uid: 'a/b %ü' }],
  [MY_MESSAGES, { name: 'my-messages' }],
  [SETTINGS, { name: 'settings' }],
  ['', null],
  ['sign-up', null],
  ['/people/', null],
  ['/people/%', null],
])('[PE8] the address "%s"', (hash, panel) => {
  expect(panelFrom(hash)).toEqual(panel);
});
