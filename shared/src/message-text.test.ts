import { expect, test } from 'vitest';
import { TEXT_MAX_CHARS } from './limits.ts';
import { validateText } from './message-text.ts';

test.each([
  ['x', null],
  ['😀'.repeat(TEXT_MAX_CHARS / 2), null],
  ['😀'.repeat(TEXT_MAX_CHARS / 2 + 1), 'too-long'],
  ['x'.repeat(TEXT_MAX_CHARS + 1), 'too-long'],
  ['', 'blank'],
  [' \n\t\u00a0\u2003\u3000', 'blank'],
  ['\u200b\u200d\ufeff\u0007', 'blank'],
])('[SD2] a text is judged (%#)', (text, problem) => {
  expect(validateText(text)).toBe(problem);
});
