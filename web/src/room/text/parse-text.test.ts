import { expect, test } from 'vitest';
import { isEmojiOnly } from './is-emoji-only.ts';
import { parseText } from './parse-text.ts';

function linksIn(text: string): string[] {
  return parseText(text).flatMap((part) => (part.type === 'link' ? [part.url] : []));
}

test.each([
  ['https://example.com/a?b=c#d', ['https://example.com/a?b=c#d']],
  ['see http://example.com.', ['http://example.com']],
  [
    '(https://en.wikipedia.org/wiki/Plaza_(square))',
    ['https://en.wikipedia.org/wiki/Plaza_(square)'],
  ],
  ['example.com and www.plaza.dev/room', ['https://example.com', 'https://www.plaza.dev/room']],
  ['write to ada@example.com', ['mailto:ada@example.com']],
  ['mailto:ada@example.com', ['mailto:ada@example.com']],
  ['https://bücher.example/ä', ['https://bücher.example/ä']],
  ['javascript:alert(1)', []],
  ['data:text/html,x ftp://example.com //example.com', []],
  ['main.rs README.md v1.2.3 127.0.0.1', []],
  ['`https://example.com`', []],
])('[RM32] links in "%s"', (text, urls) => {
  expect(linksIn(text)).toEqual(urls);
});

test.each([
  ['plain', [{ type: 'text', text: 'plain' }]],
  ['<b>no</b>', [{ type: 'text', text: '<b>no</b>' }]],
  ['a\n\n b', [{ type: 'text', text: 'a\n\n b' }]],
  [
    'use `x = 1` here',
    [
      { type: 'text', text: 'use ' },
      { type: 'code', text: 'x = 1' },
      { type: 'text', text: ' here' },
    ],
  ],
  ['```\nlet a;\n  let b;\n```', [{ type: 'block', text: 'let a;\n  let b;' }]],
  ['```ts\nlet a;\n```', [{ type: 'block', text: 'let a;' }]],
  ['```one line```', [{ type: 'block', text: 'one line' }]],
  ['a ` lone tick', [{ type: 'text', text: 'a ` lone tick' }]],
  ['``` never closed', [{ type: 'text', text: '``` never closed' }]],
])('[RM34] %j', (text, parts) => {
  expect(parseText(text)).toEqual(parts);
});

test('[RM34] nothing of a text gets lost, however it is broken', () => {
  const text = 'a`b`c```d\n``` `e https://example.com f` ``` g `` h';
  const shown = parseText(text)
    .map((part) => part.text)
    .join('');
  expect(shown.replaceAll(/[`\s]/g, '')).toBe(text.replaceAll(/[`\s]/g, ''));
});

test.each([
  ['👍', true],
  ['👩‍👩‍👧 ❤️ 🇨🇭', true],
  ['👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽', true],
  ['👍👍👍👍👍👍👍', false],
  ['👍 yes', false],
  ['1', false],
  ['', false],
])('[RM33] "%s" is nothing but emoji: %s', (text, isOnly) => {
  expect(isEmojiOnly(text)).toBe(isOnly);
});
