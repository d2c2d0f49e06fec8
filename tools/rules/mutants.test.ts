import { expect, test } from 'vitest';
import { mutantsOf } from './mutants.ts';
import { mutatePattern } from './pattern-mutations.ts';

function rulesWith(body: string): string {
  return `rules_version = '2';
    service cloud.firestore {
      match /databases/{database}/documents {
        ${body}
      }
    }`;
}

function idsOf(body: string): string[] {
  return mutantsOf(rulesWith(body)).map(({ id }) => id);
}

function idsOfCondition(condition: string): string[] {
  const source = `function f(a, b) { return ${condition}; } match /c/{id} { allow get: if f(1, 2); }`;
  return idsOf(source).filter((id) => id.startsWith('f: '));
}

test.each([
  ['a == b', ['a != b', 'b == b', 'a == a']],
  ['a < 7', ['a <= 7', 'a >= 7', 'b < 7', 'a < 6', 'a < 8']],
  ['!f()', ['f()']],
  ['request.auth is int', ['request.auth is number']],
  ['get(/c/x).y', ['getAfter(/c/x).y']],
  [
    "request.x in ['k']",
    [
      "!(request.x in ['k'])",
      'request.x in []',
      "request.x in ['k', 'extra']",
      "request.x in ['extra']",
    ],
  ],
  ['request.resource.data.x', ['resource.data.x']],
  ['1 + 2', ['1 - 2', '0 + 2', '2 + 2', '1 + 1', '1 + 3']],
])('[RU21] %s is changed by one small step', (condition, expected) => {
  expect(idsOfCondition(condition)).toEqual(expected.map((to) => `f: ${condition} → ${to}`));
});

test('[RU21] each part of a chain is dropped', () => {
  expect(idsOfCondition('request.a && request.b && request.c')).toEqual([
    'f: && request.c → || request.c',
    'f: && request.c → nothing',
    'f: && request.b → || request.b',
    'f: && request.b → nothing',
    'f: request.a && → nothing',
  ]);
});

test('[RU21] a rule is opened, closed, and given to other operations; a match is widened', () => {
  expect(idsOf('match /c/{id} { allow get: if request.a; }')).toEqual([
    '/c/{id}: c/{id} → {anything}/{id}',
    '/c/{id}: c/{id} → c/{id=**}',
    '/c/{id}: allow get: if request.a; → allow get: if true;',
    '/c/{id}: allow get: if request.a; → allow get: if false;',
    ...['list', 'create', 'update', 'delete'].map(
      (operation) => `/c/{id}: allow get: if request.a; → allow get, ${operation}: if request.a;`,
    ),
  ]);
});

test('[RU21] an operation that a condition cannot be evaluated for is not given', () => {
  const ids = idsOf('match /c/{id} { allow create: if request.resource.data.a; }');
  expect(ids.filter((id) => id.includes('allow create, '))).toHaveLength(1);
});

test('[RU21] what an update may change could be any other field', () => {
  const ids = idsOf(`match /c/{id} {
    allow update: if f(request.resource.data, resource.data);
    function f(a, b) { return a.keys().hasOnly(['x', 'y']) && a.diff(b).affectedKeys().hasOnly(['x']); }
  }`);
  expect(ids).toContain(
    "/c/{id} f: a.diff(b).affectedKeys().hasOnly(['x']) → a.diff(b).affectedKeys().hasOnly(['x', 'y'])",
  );
});

test.each([
  [
    '[b-d]{2,4}',
    [
      '[b-d]{1,4}',
      '[b-d]{3,4}',
      '[b-d]{2,3}',
      '[b-d]{2,5}',
      '[a-d]{2,4}',
      '[c-d]{2,4}',
      '[b-c]{2,4}',
      '[b-e]{2,4}',
    ],
  ],
  ['[^x\\\\p{Z}]', ['[^\\\\p{Z}]', '[^x]', '[x\\\\p{Z}]']],
  ['[/0-1]', ['[0-1]', '[/]', '[/1-1]', '[/0-0]', '[/0-2]']],
])('[RU21] the pattern %s is changed by one small step', (pattern, expected) => {
  expect(mutatePattern(pattern)).toEqual(expected);
});

test('[RU21] a file that is not read to its end is an error', () => {
  expect(() => mutantsOf(rulesWith('match /c/{id} { allow get: if a ? b : c; }'))).toThrow(
    'Line 4 of the rules: expected ;.',
  );
});
