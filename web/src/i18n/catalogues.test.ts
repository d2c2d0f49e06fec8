import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';

type Token = string | [name: string, type?: string, cases?: Record<string, unknown>];

const CATALOGUES: Record<string, Record<string, string>> = { en, de };

function* placeholders(tokens: unknown): Generator<Exclude<Token, string>> {
  for (const token of Array.isArray(tokens) ? (tokens as Token[]) : []) {
    if (typeof token === 'string') continue;
    yield token;
    for (const inner of Object.values(token[2] ?? {})) yield* placeholders(inner);
  }
}

function argumentsOf(message: string): string[] {
  const found = [...placeholders(compileMessageOrThrow(message))];
  return [...new Set(found.map(([name, type]) => `${name} ${type ?? ''}`))].toSorted();
}

describe.each(Object.entries(CATALOGUES))('catalogue %s', (language, messages) => {
  test('[SH3] has the keys of the English one', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  test('[SH3] takes the arguments of the English one', () => {
    for (const [key, message] of Object.entries(messages)) {
      expect([key, argumentsOf(message)]).toEqual([
        key,
        argumentsOf(CATALOGUES['en']?.[key] ?? ''),
      ]);
    }
  });

  test('[SH3] has each plural form that the language needs', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(messages)) {
      for (const [, type, cases] of placeholders(compileMessageOrThrow(message))) {
        if (type !== 'plural') continue;
        expect([key, Object.keys(cases ?? {})]).toEqual([key, expect.arrayContaining(needed)]);
      }
    }
  });

  test('[SH3] leaves no message empty', () => {
    expect(Object.entries(messages).filter(([, message]) => message.trim() === '')).toEqual([]);
  });
});
