import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { ATTACHMENTS_MAX, PAGE_MAX_MESSAGES } from '@plaza/shared/limits';
import {
  ARCHIVE,
  archivePath,
  MESSAGES,
  messagePath,
  senderPath,
  uploadPath,
  usernamePath,
  userPath,
} from '@plaza/shared/paths';
import { loadRules } from '../../tools/rules/firestore-emulator.ts';
import { FromNow } from '../../tools/rules/firestore-value.ts';
import { QuestionRunner } from '../../tools/rules/question-runner.ts';
import type { Question } from '../../tools/rules/request.ts';
import { withMoreReads } from '../../tools/rules/with-more-reads.ts';
import {
  ADA,
  ADAS_MESSAGE,
  ARCHIVED_MESSAGE,
  BOB,
  EDGE,
  newClaim,
  NEWCOMER,
  rename,
  report,
  send,
  signUp,
  WORLD,
} from '../../tools/rules/world.ts';
import { rulesProject } from './rules-project.ts';

const LIMIT_PER_OPERATION = 10;
/** Of a query, too. */
const LIMIT_PER_COMMIT = 20;
const YEAR_MS = 365 * 24 * 60 * 60_000;

const SEND_TEXT: Question = { actor: ADA, request: { commit: send(ADA) } };
const SEND: Question = { actor: ADA, request: { commit: send(ADA, ATTACHMENTS_MAX) } };
const SIGN_UP: Question = { actor: NEWCOMER, request: { commit: signUp(NEWCOMER) } };
const RENAME: Question = { actor: ADA, request: { commit: rename(ADA, 'Lovelace') } };
const REPORT: Question = { actor: BOB, request: { commit: report(BOB) } };
const RENAME_TO_A_RELEASED_NAME: Question = {
  ...RENAME,
  seed: {
    [usernamePath('lovelace')]: { ...newClaim(BOB.uid), releasedAt: new FromNow(-YEAR_MS) },
  },
};

function get(path: string): Question {
  return { actor: BOB, request: { get: path } };
}

function list(collection: string): Question {
  return { actor: BOB, request: { list: { collection, limit: PAGE_MAX_MESSAGES } } };
}

function remove(path: string): Question {
  return { actor: ADA, request: { commit: [{ path, delete: true }] } };
}

/** A question that needs the rule, by match and operation, as the table in the specification names them. */
const QUESTIONS: Readonly<Record<string, Question>> = {
  'users get': get(userPath(ADA.uid)),
  'users create': SIGN_UP,
  'users update': RENAME,
  'usernames get': get(usernamePath('ada')),
  'usernames create': SIGN_UP,
  'usernames update': RENAME_TO_A_RELEASED_NAME,
  'senders get': get(senderPath(BOB.uid)),
  'senders create': SIGN_UP,
  'senders update': SEND_TEXT,
  'messages get': get(messagePath(ADAS_MESSAGE)),
  'messages list': list(MESSAGES),
  'messages create': SEND,
  'messages delete': remove(messagePath(ADAS_MESSAGE)),
  'uploads get': { actor: ADA, request: { get: uploadPath(ADAS_MESSAGE, 0) } },
  'uploads create': SEND,
  'archive get': get(archivePath(ARCHIVED_MESSAGE)),
  'archive list': list(ARCHIVE),
  'archive delete': remove(archivePath(ARCHIVED_MESSAGE)),
  'reports create': REPORT,
  'room get': get(EDGE),
};

const project = rulesProject('demo-rules-cost');
const rules = await readFile('firestore.rules', 'utf8');
const specification = await readFile('docs/spec/security-rules.md', 'utf8');
const costs = new Map(
  [...specification.matchAll(/^\| (\w+ +\w+) +\| +(\d+) +\|/gm)].map(([, rule = '', reads]) => [
    rule.replaceAll(/ +/g, ' '),
    Number(reads),
  ]),
);
/** The same document is asked for by the ledger entry and by each upload. */
const COST_OF_IMAGES = Number(/with 4 images reads (\d+) documents/.exec(specification)?.[1]);
let runner: QuestionRunner;

beforeAll(async () => {
  runner = await QuestionRunner.open(project, WORLD);
});

async function isAllowedWith(question: Question, more: Readonly<Record<string, number>>) {
  await loadRules(project, withMoreReads(rules, more));
  return runner.run(question);
}

describe('[RU20] document reads', () => {
  test('the table names every rule', () => {
    expect([...costs.keys()]).toEqual(Object.keys(QUESTIONS));
  });

  test.each(Object.entries(QUESTIONS))('%s costs what the table says', async (rule, question) => {
    const limit = 'list' in question.request ? LIMIT_PER_COMMIT : LIMIT_PER_OPERATION;
    const left = limit - (costs.get(rule) ?? 0);
    expect(await isAllowedWith(question, { [rule]: left })).toBe(true);
    expect(await isAllowedWith(question, { [rule]: left + 1 })).toBe(false);
  });

  test(`${ATTACHMENTS_MAX} images cost ${COST_OF_IMAGES} of ${LIMIT_PER_COMMIT}`, async () => {
    const left = LIMIT_PER_COMMIT - COST_OF_IMAGES;
    const most = LIMIT_PER_OPERATION - (costs.get('messages create') ?? 0);
    // Spread so that no operation comes near its own limit but the first.
    const more = {
      'messages create': most,
      'senders update': left - most - 1,
      'uploads create': 1,
    };
    expect(await isAllowedWith(SEND, more)).toBe(true);
    expect(await isAllowedWith(SEND, { ...more, 'uploads create': 2 })).toBe(false);
    process.stdout.write(
      `  a message with ${ATTACHMENTS_MAX} images reads ${COST_OF_IMAGES} documents of ${LIMIT_PER_COMMIT}\n`,
    );
  });
});
