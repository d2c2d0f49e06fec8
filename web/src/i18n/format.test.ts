import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  formatBytes,
  formatDate,
  formatDay,
  formatLocale,
  formatNumber,
  formatRelative,
  formatTime,
} from './format.ts';
import { languageFrom, setLanguage } from './language.ts';
import { t } from './t.ts';

const NOW = new Date(2026, 10, 24, 14, 5);

function at(day: number, hour = 9): Date {
  return new Date(2026, 10, day, hour, 5);
}

beforeEach(() => {
  vi.stubGlobal('navigator', { languages: ['en-GB', 'de-DE'] });
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  await setLanguage('en');
});

describe('[SH1] the language of the browser', () => {
  test.each([
    [['de-AT', 'en'], 'de'],
    [['fr-FR', 'de', 'en'], 'de'],
    [['EN-us'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('%j is answered with %s', (locales, language) => {
    expect(languageFrom(locales)).toBe(language);
  });
});

test('[SH4] the region is the one that the browser names for the language', () => {
  expect(formatLocale('en', ['de-DE', 'en-GB', 'en-US'])).toBe('en-GB');
  expect(formatLocale('de', ['en-GB'])).toBe('de');
});

test('[SH4] English as in Britain', () => {
  expect(formatTime(NOW)).toBe('14:05');
  expect(formatDay(at(24, 0), NOW)).toBe('Today');
  expect(formatDay(at(23, 23), NOW)).toBe('Yesterday');
  expect(formatDay(at(22), NOW)).toBe('Sunday 22 November');
  expect(formatDay(new Date(2025, 11, 31), NOW)).toBe('31 December 2025');
  expect(formatRelative(at(24, 9), NOW)).toBe('5 hours ago');
  expect(formatRelative(at(27, 14), NOW)).toBe('in 3 days');
  expect(formatRelative(NOW, NOW)).toBe('now');
  expect(formatNumber(1234567.5)).toBe('1,234,567.5');
  expect(formatBytes(3_420_000)).toBe('3.4 MB');
});

test('[SH4] German', async () => {
  await setLanguage('de');
  expect(formatDay(NOW, NOW)).toBe('Heute');
  expect(formatDay(at(22), NOW)).toBe('Sonntag, 22. November');
  expect(formatRelative(at(24, 9), NOW)).toBe('vor 5 Stunden');
  expect(formatNumber(1234567.5)).toBe('1.234.567,5');
  expect(formatBytes(3_420_000)).toBe('3,4 MB');
});

test('[SH4] times and days are told by the clock of where the device is now', () => {
  const evening = new Date(Date.UTC(2026, 10, 23, 22, 5));
  vi.stubEnv('TZ', 'Europe/London');
  expect(formatTime(evening)).toBe('22:05');
  expect(formatDate(evening)).toBe('23 November 2026');
  vi.stubEnv('TZ', 'Asia/Tokyo');
  expect(formatTime(evening)).toBe('7:05');
  expect(formatDate(evening)).toBe('24 November 2026');
});

test('[SH3] plurals and arguments are filled in, in both languages', async () => {
  expect(t('composer.tooLong', { max: 2000, over: 1 })).toContain('Take out 1 character.');
  expect(t('composer.left', { left: 2 })).toBe('2 characters left');
  await setLanguage('de');
  expect(t('composer.left', { left: 1200 })).toBe('Noch 1.200 Zeichen');
});
