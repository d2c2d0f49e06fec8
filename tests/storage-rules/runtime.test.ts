import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  isOwnRuntime,
  startRulesRuntime,
  type Answer,
  type RulesRuntime,
} from './rules-runtime.ts';

const START_TIMEOUT_MS = 60_000;
const RULES_FILE = 'Größe 漢字/storage.rules';
const DOCUMENTS = '/databases/(default)/documents';

/** A value with its tag, as the protocol writes it. */
type Tagged = Record<string, unknown>;

interface Verification {
  method?: string;
  path?: string;
  delimiter?: string;
  /** The fields of `request`. */
  request?: Record<string, Tagged>;
  resource?: Tagged;
}

interface Verdict {
  permit: boolean | undefined;
  /** All warnings and errors. */
  issues: string;
  /** The paths of the documents that were asked for. */
  asked: string[];
}

/** What is not known of the runtime that firebase-tools downloads. A skipped test would count as failed. */
function onlyOfOurs(defineTests: () => void): void {
  if (isOwnRuntime) defineTests();
}

let runtime: RulesRuntime;
let started: Answer;
let lastId = 0;

beforeAll(async () => {
  runtime = startRulesRuntime();
  started = await runtime.next();
}, START_TIMEOUT_MS);

afterAll(() => runtime.endInput());

function ruleset(body: string, version = "rules_version = '2';"): string {
  return `${version}\nservice firebase.storage {\nmatch /b/{bucket}/o {\n${body}\n}\n}`;
}

/** A ruleset with one condition, in line 5, for every object. */
function when(condition: string, methods = 'read, write'): string {
  return ruleset(`match /{name=**} {\nallow ${methods}: if ${condition};\n}`);
}

function loadRequest(content: string) {
  const id = ++lastId;
  const source = { files: [{ name: RULES_FILE, content, resource: 'bucket' }] };
  return { action: 'load_ruleset', context: { rulesetName: `${id}`, source }, id };
}

function verifyRequest(rulesetName: string, verification: Verification) {
  const { method = 'get', path = '/b/bucket/o/a.txt', delimiter, request, resource } = verification;
  const variables = {
    request: { map_value: { fields: request ?? {} } },
    resource: resource ?? { null_value: null },
  };
  const context = { rulesetName, service: 'firebase.storage', path, method, delimiter, variables };
  return { action: 'verify', context, id: ++lastId };
}

function found(fields: Tagged): Tagged {
  const name = 'projects/p/databases/(default)/documents/users/alice';
  return { result: { name, fields, updateTime: '2024-01-02T00:00:00Z' }, status: 'ok' };
}

/** The first of the errors or warnings of a source. */
function issue(texts: string[]): unknown {
  return JSON.parse(texts[0] ?? 'null');
}

async function load(content: string): Promise<string> {
  const request = loadRequest(content);
  expect(await runtime.ask(request)).toMatchObject({ id: request.id, status: 'ok', errors: [] });
  return request.context.rulesetName;
}

/** Verifies, and hands over the documents that are asked for; those not named are missing. */
async function verify(
  content: string,
  verification: Verification = {},
  documents: Record<string, Tagged> = {},
): Promise<Verdict> {
  const request = verifyRequest(await load(content), verification);
  const asked: string[] = [];
  let answer = await runtime.ask(request);
  while (answer.action === 'fetch_firestore_document') {
    const path = answer.context?.path ?? '';
    asked.push(path);
    const id = answer.server_request_id;
    const reply = documents[path] ?? { status: 'not_found' };
    answer = await runtime.ask({ ...reply, warnings: [], errors: [], id });
  }
  expect(answer).toMatchObject({ id: request.id, status: 'ok' });
  const issues = [...answer.errors, ...answer.warnings].join('\n');
  return { permit: answer.result?.permit, issues, asked };
}

describe('loading', () => {
  test('[SR1] starts with a line of its own', () => {
    expect(started).toMatchObject({ id: -1, status: 'ok' });
  });

  test.each([
    ["rules_version = '2';", 2],
    ["rules_version = '1';", 1],
    ['', 1],
  ])('[SR2] the version of a source with "%s" is %i', async (version, rulesVersion) => {
    const answer = await runtime.ask(
      loadRequest(ruleset('match /{name=**} { allow read; }', version)),
    );
    expect(answer.result).toEqual({ rulesVersion });
  });

  test('[SR3] a mistake is reported with its position, and changes nothing', async () => {
    const name = await load(when('true'));
    const mistaken = loadRequest(when('true &&'));
    mistaken.context.rulesetName = name;
    const answer = await runtime.ask(mistaken);
    expect(answer).toMatchObject({ id: mistaken.id, status: 'ok' });
    expect(answer.result).toBeUndefined();
    expect(answer.errors).toHaveLength(1);
    expect(issue(answer.errors)).toMatchObject({
      description_: expect.stringMatching('.') as string,
      sourcePosition_: { fileName_: RULES_FILE, line_: 5, column_: 30 },
    });
    const verdict = await runtime.ask(verifyRequest(name, {}));
    expect(verdict.result).toEqual({ permit: true });
  });

  test('[SR4] a warning does not keep rules from loading', async () => {
    const answer = await runtime.ask(loadRequest(when('unknown()')));
    expect(answer.result).toEqual({ rulesVersion: 2 });
    expect(issue(answer.warnings)).toMatchObject({
      sourcePosition_: { fileName_: RULES_FILE, line_: 5 },
    });
  });

  test('[SR5] functions, let and the ternary operator', async () => {
    const body = `
      function isShort(name) { let limit = 5; return name.size() < limit ? true : false; }
      match /{name} { allow get: if isShort(name); }`;
    const short = await verify(ruleset(body), { path: '/b/bucket/o/1234' });
    const long = await verify(ruleset(body), { path: '/b/bucket/o/12345' });
    expect([short.permit, long.permit]).toEqual([true, false]);
  });

  onlyOfOurs(() => {
    test('[SR5] debug shows its argument and passes it on', async () => {
      const { permit, issues } = await verify(when("debug(request.method) == 'shown'"), {
        request: { method: { string_value: 'shown' } },
      });
      expect(permit).toBe(true);
      expect(issues).toContain('shown');
    });
  });
});

describe('methods', () => {
  const INCLUDED: Record<string, string[]> = {
    read: ['read', 'get', 'list'],
    write: ['write', 'create', 'update', 'delete'],
    get: ['get'],
    list: ['list'],
    create: ['create'],
    update: ['update'],
    delete: ['delete'],
  };

  test.each(Object.entries(INCLUDED))('[SR6] "allow %s" permits %j', async (allowed, permitted) => {
    const name = await load(when('true', allowed));
    const answers = [];
    for (const method of Object.keys(INCLUDED)) {
      const answer = await runtime.ask(verifyRequest(name, { method }));
      if (answer.result?.permit) answers.push(method);
    }
    expect(answers.toSorted()).toEqual(permitted.toSorted());
  });

  test('[SR6] what no rule names is not permitted', async () => {
    const rules = ruleset('match /public/{name} { allow read; }');
    const outside = await verify(rules, { path: '/b/bucket/o/private/a.txt' });
    const inside = await verify(rules, { path: '/b/bucket/o/public/a.txt' });
    expect([outside.permit, inside.permit]).toEqual([false, true]);
  });
});

describe('paths', () => {
  test.each(['plain.txt', 'two words', '100%25 %zz', 'größe 漢字 😀', "quote's", '{x}', '*', '**'])(
    '[SR7] an object named %s',
    async (object) => {
      const rules = ruleset('match /{name} { allow get: if name == request.expected; }');
      const { permit } = await verify(rules, {
        path: `/b/bucket/o/${object}`,
        request: { expected: { string_value: object } },
      });
      expect(permit).toBe(true);
    },
  );

  test.each([
    ["rules_version = '2';", true],
    ['', false],
  ])('[SR8] with "%s", {name=**} matches the top: %s', async (version, permitted) => {
    const rules = ruleset('match /{name=**} { allow list; }', version);
    const top = await verify(rules, { method: 'list', path: '/b/bucket/o' });
    const below = await verify(rules, { method: 'list', path: '/b/bucket/o/folder' });
    expect([top.permit, below.permit]).toEqual([permitted, true]);
  });

  test.each(['/', '', undefined])('[SR8] the delimiter %j changes nothing', async (delimiter) => {
    const rules = ruleset('match /open { allow list; }');
    const list = { method: 'list', ...(delimiter !== undefined && { delimiter }) };
    const open = await verify(rules, { ...list, path: '/b/bucket/o/open' });
    const closed = await verify(rules, { ...list, path: '/b/bucket/o/closed' });
    expect([open.permit, closed.permit]).toEqual([true, false]);
  });
});

describe('variables', () => {
  const time = '2024-01-02T03:04:05.678Z';

  test.each<[Tagged, string]>([
    [{ null_value: null }, 'request.x == null'],
    [{ bool_value: true }, 'request.x == true'],
    [{ int_value: 0 }, 'request.x == 0'],
    [{ int_value: Number.MAX_SAFE_INTEGER }, 'request.x == 9007199254740991'],
    [{ float_value: 1.5 }, 'request.x == 1.5'],
    [{ string_value: '' }, "request.x == ''"],
    [{ string_value: "it's größe 漢字 😀 \n" }, "request.x.matches('.*größe 漢字 😀 \\n')"],
    [{ timestamp_value: time }, `request.x.toMillis() == ${Date.parse(time)}`],
    [{ bytes_value: 'AQID' }, "request.x.toHexString() == '010203'"],
    [{ duration_value: '3.5s' }, 'request.x.seconds() == 3'],
    [{ latlng_value: { latitude: 1, longitude: 2 } }, 'request.x == latlng.value(1, 2)'],
    [{ list_value: { values: [{ int_value: 7 }] } }, 'request.x == [7]'],
    [{ set_value: { values: [{ int_value: 7 }] } }, 'request.x == [7, 7].toSet()'],
    [{ map_value: { fields: { y: { int_value: 7 } } } }, "request.x.y == 7 && 'y' in request.x"],
    [{ path_value: { segments: [{ simple: 'a' }, { simple: 'b' }] } }, 'request.x == /a/b'],
    [
      { constraint_value: { simple_constraints: [{ comparator: 'LT', value: { int_value: 7 } }] } },
      'request.x < 7',
    ],
  ])('[SR9] %j is %s', async (x, condition) => {
    expect(await verify(when(condition), { request: { x } })).toMatchObject({ permit: true });
    expect(await verify(when(`!(${condition})`), { request: { x } })).toMatchObject({
      permit: false,
    });
  });

  test('[SR9] the sign-in, the stored object and the new one', async () => {
    const claims = { admin: { bool_value: true } };
    const auth = { uid: { string_value: 'alice' }, token: { map_value: { fields: claims } } };
    const stored = { size: { int_value: 10 }, contentType: { string_value: 'image/png' } };
    const condition = `request.auth.uid == 'alice' && request.auth.token.admin
      && resource.contentType.matches('image/.*') && request.resource.size == resource.size + 1`;
    const { permit, issues } = await verify(when(condition), {
      method: 'update',
      resource: { map_value: { fields: stored } },
      request: {
        auth: { map_value: { fields: auth } },
        resource: { map_value: { fields: { size: { int_value: 11 } } } },
      },
    });
    expect({ permit, issues }).toEqual({ permit: true, issues: '' });
  });
});

describe('conditions that fail', () => {
  test.each([
    ['request.auth.uid == 1', { auth: { null_value: null } }, 'Null value'],
    ['request.nothing == 1', {}, 'nothing'],
    ["request.x > 'a'", { x: { int_value: 1 } }, ''],
    ['unknown()', {}, 'unknown'],
    ['1 / 0 == 1', {}, ''],
    ['firestore.get()', {}, ''],
    ["firestore.get('/databases/x')", {}, ''],
    ['firestore.exists(1)', {}, ''],
  ])('[SR10] "%s" permits nothing', async (condition, request, reason) => {
    const { permit, issues } = await verify(when(condition), { request });
    expect(permit).not.toBe(true);
    expect(issues).toContain(RULES_FILE);
    expect(issues).toContain('line [5]');
    expect(issues).toContain(reason);
  });

  test('[SR10] another rule may still permit', async () => {
    const rules = when('request.auth.uid == 1; allow get: if true');
    expect((await verify(rules, { request: { auth: { null_value: null } } })).permit).toBe(true);
  });
});

describe('documents', () => {
  const get = (id: string) => `firestore.get(${DOCUMENTS}/users/${id})`;
  const exists = (id: string) => `firestore.exists(${DOCUMENTS}/users/${id})`;

  test.each([
    [get('alice') + ".data.role == 'admin'", { role: { stringValue: 'admin' } }, true],
    [get('alice') + ".data.role == 'admin'", { role: { stringValue: 'guest' } }, false],
    [exists('alice'), {}, true],
    [`!${exists('alice')}`, {}, false],
  ])('[SR11] %s with %j: %s', async (condition, fields, permitted) => {
    const path = `${DOCUMENTS}/users/alice`;
    const { permit, asked } = await verify(when(condition), {}, { [path]: found(fields) });
    expect(permit).toBe(permitted);
    expect(asked).toEqual([path]);
  });

  test.each<[Tagged, string]>([
    [{ nullValue: null }, 'null'],
    [{ booleanValue: true }, 'true'],
    [{ integerValue: '9007199254740993' }, '9007199254740993'],
    [{ doubleValue: 1.5 }, '1.5'],
    [{ stringValue: 'größe 漢字 😀' }, "'größe 漢字 😀'"],
    [{ timestampValue: '2024-01-02T00:00:00Z' }, 'timestamp.date(2024, 1, 2)'],
    [{ bytesValue: 'AQID' }, "b'\\001\\002\\003'"],
    [{ geoPointValue: { latitude: 1, longitude: 2 } }, 'latlng.value(1, 2)'],
    [{ referenceValue: `projects/p${DOCUMENTS}/a/b` }, `${DOCUMENTS}/a/b`],
    [{ arrayValue: { values: [{ integerValue: '7' }] } }, '[7]'],
    [{ arrayValue: {} }, '[]'],
    [{ mapValue: { fields: { y: { integerValue: '7' } } } }, "{'y': 7}"],
  ])('[SR11] a field %j is %s', async (x, expected) => {
    const rules = when(`${get('alice')}.data == {'x': ${expected}}`);
    const documents = { [`${DOCUMENTS}/users/alice`]: found({ x }) };
    expect(await verify(rules, {}, documents)).toMatchObject({ permit: true });
  });

  test('[SR11] a verification asks for one document at a time', async () => {
    const name = await load(when(`${exists('a')}; allow get: if ${exists('b')}`));
    const request = verifyRequest(name, {});
    expect((await runtime.ask(request)).context?.path).toBe(`${DOCUMENTS}/users/a`);
    const other = verifyRequest(await load(when('true')), {});
    expect(await runtime.ask(other)).toMatchObject({ id: other.id, result: { permit: true } });
    const next = await runtime.ask({ status: 'not_found', id: request.id });
    expect(next.context?.path).toBe(`${DOCUMENTS}/users/b`);
    expect(await runtime.ask({ ...found({}), id: request.id })).toMatchObject({
      id: request.id,
      result: { permit: true },
    });
  });

  test('[SR11] the name of a document', async () => {
    const path = `${DOCUMENTS}/users/alice`;
    const condition = `${get('alice')}.id == 'alice' && ${get('alice')}.__name__ == ${path}`;
    expect(await verify(when(condition), {}, { [path]: found({}) })).toMatchObject({
      permit: true,
    });
  });

  test('[SR11] a document without fields', async () => {
    const documents = { [`${DOCUMENTS}/users/alice`]: { result: {}, status: 'ok' } };
    expect(await verify(when(`${get('alice')}.data.size() == 0`), {}, documents)).toMatchObject({
      permit: true,
    });
  });

  test('[SR12] a missing document', async () => {
    expect((await verify(when(exists('nobody')))).permit).toBe(false);
    expect((await verify(when(`!${exists('nobody')}`))).permit).toBe(true);
    const { permit, issues } = await verify(when(`${get('nobody')}.data.role == 'admin'`));
    expect(permit).not.toBe(true);
    expect(issues).toContain('line [5]');
  });

  test.each([exists('alice'), `!${exists('alice')}`])(
    '[SR12] a document that could not be read: %s',
    async (condition) => {
      const documents = { [`${DOCUMENTS}/users/alice`]: { status: 'invalid_state' } };
      expect((await verify(when(condition), {}, documents)).permit).not.toBe(true);
    },
  );

  test('[SR13] the path of a document is percent-encoded', async () => {
    const { asked } = await verify(when(exists('$(request.name)')), {
      request: { name: { string_value: 'ä/ü 100%?' } },
    });
    expect(asked).toEqual([`${DOCUMENTS}/users/%C3%A4%2F%C3%BC%20100%25%3F`]);
  });

  test('[SR14] a document that is read again', async () => {
    const condition = `${exists('a')} && ${get('a')}.data.x == 1 && ${get('a')}.data.x == 1`;
    const documents = { [`${DOCUMENTS}/users/a`]: found({ x: { integerValue: '1' } }) };
    const { permit, asked } = await verify(when(condition), {}, documents);
    expect(permit).toBe(true);
    expect(new Set(asked)).toEqual(new Set([`${DOCUMENTS}/users/a`]));
  });

  onlyOfOurs(() => {
    test('[SR14] it is asked for once, and counts once', async () => {
      const { permit, asked } = await verify(
        when(`!${exists('a')} && !${exists('b')} && !${exists('a')} && !${exists('b')}`),
      );
      expect(permit).toBe(true);
      expect(asked).toHaveLength(2);
    });
  });

  test('[SR14] two documents', async () => {
    const { permit, asked } = await verify(when(`!${exists('a')} && !${exists('b')}`));
    expect(permit).toBe(true);
    expect(asked.toSorted()).toEqual([`${DOCUMENTS}/users/a`, `${DOCUMENTS}/users/b`]);
  });

  onlyOfOurs(() => {
    test('[SR14] no third one', async () => {
      const condition = `!${exists('a')} && !${exists('b')} && !${exists('c')}`;
      const { permit, issues, asked } = await verify(when(condition));
      expect(permit).toBe(false);
      expect(issues).toContain('at most 2');
      expect(asked).toHaveLength(2);
    });
  });

  test('[SR15] nobody waits for the documents of another', async () => {
    const name = await load(when(`${get('$(request.user)')}.data.isAdmin`));
    const closed = await load(when('false'));
    const [first, second] = ['one', 'two'].map((user) =>
      verifyRequest(name, { request: { user: { string_value: user } } }),
    );
    const third = verifyRequest(closed, {});
    for (const request of [first, second, third]) runtime.send(request);

    expect(await runtime.next()).toMatchObject({ server_request_id: first?.id });
    expect(await runtime.next()).toMatchObject({ server_request_id: second?.id });
    expect(await runtime.next()).toMatchObject({ id: third.id, result: { permit: false } });

    const isAdmin = (booleanValue: boolean) => found({ isAdmin: { booleanValue } });
    expect(await runtime.ask({ ...isAdmin(false), id: second?.id })).toMatchObject({
      id: second?.id,
      result: { permit: false },
    });
    expect(await runtime.ask({ ...isAdmin(true), id: first?.id })).toMatchObject({
      id: first?.id,
      result: { permit: true },
    });
  });
});

describe('whatever comes in', () => {
  const verifyContext = () => verifyRequest('no such ruleset', {}).context;

  test.each<[string, Tagged]>([
    ['an unknown ruleset', { action: 'verify', context: verifyContext() }],
    ['an unknown action', { action: 'dance', context: {} }],
    ['no action', {}],
    ['no context', { action: 'verify' }],
    ['an empty context', { action: 'verify', context: {} }],
    ['an empty source', { action: 'load_ruleset', context: { rulesetName: 'x', source: {} } }],
    ['a source of the wrong type', { action: 'load_ruleset', context: { source: 7 } }],
    ['an action of the wrong type', { action: { verify: true }, context: {} }],
  ])('[SR16] %s', async (_, message) => {
    const id = ++lastId;
    const answer = await runtime.ask({ ...message, id });
    expect(answer).toMatchObject({ id, status: 'ok' });
    expect(answer.errors).not.toEqual([]);
    expect(answer.result).toBeUndefined();
  });

  onlyOfOurs(() => {
    test('[SR16] a path with an empty segment', async () => {
      const { permit, issues } = await verify(when('true'), { path: '/b/bucket/o/a//b' });
      expect(permit).toBeUndefined();
      expect(issues).toContain('segment');
    });
  });

  onlyOfOurs(() => {
    test.each([
      '',
      '{"action":"verify","id":',
      'not JSON',
      '[]',
      '"text"',
      'null',
      '{"a":'.repeat(100_000),
    ])('[SR17] a line with %.20j', async (line) => {
      const answer = await runtime.ask(line);
      expect(answer.status).toBe('ok');
      expect(answer.errors).not.toEqual([]);
      expect((await verify(when('true'))).permit).toBe(true);
    });
  });

  test('[SR18] a line of a megabyte', async () => {
    const text = 'ü'.repeat(1_000_000);
    const { permit } = await verify(when('request.x.size() == 1000000'), {
      request: { x: { string_value: text } },
    });
    expect(permit).toBe(true);
  });

  test.each(['interrupt', 'endInput'] as const)(
    '[SR19] %s ends it, and only the protocol was on standard output',
    async (end) => {
      const other = startRulesRuntime();
      await other.next();
      other[end]();
      await other.exited;
      await expect(other.next()).rejects.toThrow('has ended');
    },
    START_TIMEOUT_MS,
  );
});
