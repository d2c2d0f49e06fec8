import { expect, test } from 'vitest';
import { isValidEmail } from './email.ts';

test.each([
  ['ada@example.com', true],
  ['a.b+c@sub.example.co.uk', true],
  ['ada@example', false],
  ['ada@@example.com', false],
  ['ada example@example.com', false],
  ['@example.com', false],
  ['ada@.com', false],
  [`${'a'.repeat(250)}@b.co`, false],
  ['', false],
])('[AC7] %j: %s', (email, isValid) => {
  expect(isValidEmail(email)).toBe(isValid);
});
