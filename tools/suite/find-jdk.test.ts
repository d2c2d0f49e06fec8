import { describe, expect, test } from 'vitest';
import { findJdk, majorVersion, newestJdk, type Jdk } from './find-jdk.ts';

function jdk(version: number, hasCompiler = true): Jdk {
  return { home: `/java/${version}${hasCompiler ? '' : '-jre'}`, version, hasCompiler };
}

describe('majorVersion', () => {
  test.each([
    ['25', 25],
    ['25.0.3', 25],
    ['21.0.2+13-LTS', 21],
    ['22-ea', 22],
    ['1.8.0_301', 8],
    ['17.0.15', 17],
    ['', undefined],
    ['unknown', undefined],
  ])('%s is %s', (text, version) => {
    expect(majorVersion(text)).toBe(version);
  });
});

describe('newestJdk', () => {
  test.each([
    ['the newest', [jdk(17), jdk(25), jdk(21)], jdk(25)],
    ['the one with a compiler among equals', [jdk(25, false), jdk(25)], jdk(25)],
    ['the newest even without a compiler', [jdk(21), jdk(25, false)], jdk(25, false)],
    ['none of none', [], undefined],
  ])('takes %s', (_, found, newest) => {
    expect(newestJdk(found)).toEqual(newest);
  });
});

test('[SU3] without a JDK that is new enough, one sentence says what to install', async () => {
  await expect(findJdk(Promise.resolve(['/nowhere']))).rejects.toThrow(
    /^The Firebase emulators need Java 21 or newer, and there is none here: install a JDK, .* try again\.$/,
  );
});
