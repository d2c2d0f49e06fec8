import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../root.ts';
import { PROTECTIONS, type Protection } from './protections.ts';

const ENTRIES: [string, Protection][] = Object.entries(PROTECTIONS);

for (const [name, { replacements, weakenRules }] of ENTRIES) {
  for (const { module, by } of replacements) {
    test(`[FT8] without ${name}: what stands in exports what is there`, async () => {
      const [original, replacement] = (await Promise.all([import(module), import(by)])) as object[];
      expect(Object.keys(replacement ?? {}).toSorted()).toEqual(
        Object.keys(original ?? {}).toSorted(),
      );
    });
  }

  test(`[FT8] without ${name}: the conditions that it drops are in the rules`, async () => {
    const rules = await readFile(join(ROOT, 'firestore.rules'), 'utf8');
    expect(weakenRules(rules) !== rules).toBe(name === 'batch-binding');
  });
}
