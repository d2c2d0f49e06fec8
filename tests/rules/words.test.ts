import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { IMAGE_CONTENT_TYPES } from '@plaza/shared/attachment';
import { REPORT_REASONS } from '@plaza/shared/report';
import { RESERVED_USERNAMES } from '@plaza/shared/reserved-usernames';

const rules = await readFile('firestore.rules', 'utf8');

test.each([
  ['profile.usernameKey', RESERVED_USERNAMES],
  ['attachment.contentType', IMAGE_CONTENT_TYPES],
  ['report.reason', REPORT_REASONS],
])('[RU23] the list for %s', (field, words) => {
  const [, list = ''] =
    new RegExp(`${field.replace('.', '\\.')} in \\[([^\\]]*)\\]`).exec(rules) ?? [];
  expect([...list.matchAll(/'([^']*)'/g)].map(([, word]) => word)).toEqual(words);
});
