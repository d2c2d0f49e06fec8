import { expect, test } from 'vitest';
import { t } from './t.ts';

test.each([String.raw`\u00e9`, String.raw`C:\x41\new`, String.raw`\x5cu00e9`, '\\'])(
  '[SH26] %j stands in a sentence as it was typed',
  (text) => {
    expect(t('room.announceOne', { name: 'Bob', text })).toBe(`Bob: ${text}`);
  },
);
