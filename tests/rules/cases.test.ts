import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { QuestionRunner } from '../../tools/rules/question-runner.ts';
import { loadRules } from '../../tools/rules/firestore-emulator.ts';
import { WORLD } from '../../tools/rules/world.ts';
import { TABLES } from './cases/tables.ts';
import { rulesProject } from './rules-project.ts';

const TITLES: Record<keyof typeof TABLES, string> = {
  ACCESS: '[RU1] [RU5] [RU10] [RU11] [RU19] who does what where',
  COPIES: '[RU1] a document',
  SIGNING_UP: '[RU2] signing up',
  USERNAMES_HELD: '[RU3] a held username',
  USERNAME_FORMS: '[RU4] a username',
  MESSAGES_CREATED: '[RU6] a message',
  MESSAGE_IDS: '[RU6] a message id',
  TEXTS: '[RU7] a text',
  LEDGER_ENTRIES: '[RU8] the ledger',
  QUOTA: '[RU9] the quota',
  PAGES: '[RU10] a page',
  ATTACHMENTS: '[RU13] attachments',
  UPLOADS_CREATED: '[RU14] an upload',
  REPORTS_CREATED: '[RU15] a report',
  REPORTS_COST: '[RU8] reports and the ledger',
  RENAMES: '[RU16] a rename',
  USERNAMES_CHANGING_HANDS: '[RU16] [RU17] a rename to a username that was held',
  RELEASED_USERNAMES: '[RU17] a released username',
  ARCHIVED_IDS: '[RU18] the id of an archived message',
  SHAPES: '[RU2] [RU6] [RU8] [RU13] [RU14] [RU15] [RU16] a shape',
  LEDGER_ATTACKS: '[RU8] [RU9] [RU15] an attack on the ledger',
  COMBINED_ATTACKS: '[RU2] [RU6] [RU11] [RU13] [RU16] [RU18] an attack by combination',
  COST_ATTACKS: '[RU10] an attack on the bill',
};

const project = rulesProject('demo-rules-cases');
await loadRules(project, await readFile('firestore.rules', 'utf8'));
const runner = await QuestionRunner.open(project, WORLD);

describe.each(Object.entries(TITLES) as [keyof typeof TABLES, string][])('%s', (name, title) => {
  const cases = TABLES[name].map((rulesCase) => ({ rulesCase, title: rulesCase.title }));
  test.each(cases)(`${title}: $title`, async ({ rulesCase }) => {
    expect(await runner.run(rulesCase)).toBe(rulesCase.allowed);
  });
});
