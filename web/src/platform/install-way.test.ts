import { expect, test } from 'vitest';
import { installWay } from './install-way.ts';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36';

test.each([
  ['an iPhone', IPHONE, 5, false, false, 'by-hand'],
  ['an iPhone’s installed app', IPHONE, 5, true, false, 'none'],
  ['an iPad, which says that it is a Mac', MAC, 5, false, false, 'by-hand'],
  ['a Mac', MAC, 0, false, false, 'none'],
  ['Android that would ask', ANDROID, 5, false, true, 'browser'],
  ['Android that would not', ANDROID, 5, false, false, 'none'],
  ['an installed app whose browser would ask', ANDROID, 5, true, true, 'none'],
] as const)(
  '[SH16] [SH23] how to install on %s',
  (_, userAgent, maxTouchPoints, isStandalone, hasPrompt, way) => {
    expect(installWay({ userAgent, maxTouchPoints, isStandalone, hasPrompt })).toBe(way);
  },
);
