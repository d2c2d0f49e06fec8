import { currentLanguage } from './language.ts';

const formatters = new Map<string, unknown>();

/** Making a formatter takes longer than formatting: each is made once. */
function memoised<Formatter>(name: string, make: (locale: string) => Formatter): Formatter {
  const locale = formatLocale(currentLanguage(), navigator.languages);
  const key = `${locale} ${name}`;
  const made = (formatters.get(key) as Formatter | undefined) ?? make(locale);
  formatters.set(key, made);
  return made;
}

/** The person's own variety of the language, which knows whether 2 pm is 14:00: en-GB for en. */
export function formatLocale(language: string, wanted: readonly string[]): string {
  return wanted.find((locale) => locale.slice(0, 2).toLowerCase() === language) ?? language;
}

/** It keeps the time zone in which it was made, and a device may travel. */
function dateFormat(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const zone = new Date().getTimezoneOffset();
  return memoised(`${name} ${zone}`, (locale) => new Intl.DateTimeFormat(locale, options));
}

/** The time of day: 14:05. */
export function formatTime(date: Date): string {
  return dateFormat('time', { hour: 'numeric', minute: '2-digit' }).format(date);
}

/** Day and time in full, for a title or for what is read out. */
export function formatDateTime(date: Date): string {
  return dateFormat('dateTime', { dateStyle: 'full', timeStyle: 'short' }).format(date);
}

/** Day and time in brief: 23 Nov 2026, 14:05. */
export function formatMoment(date: Date): string {
  return dateFormat('moment', { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** The date in full: 23 November 2026. */
export function formatDate(date: Date): string {
  return dateFormat('date', { dateStyle: 'long' }).format(date);
}

/** The day as people say it: today, yesterday, Monday 23 November, or with the year when it is another. */
export function formatDay(date: Date, now: Date): string {
  const age = daysBetween(date, now);
  if (age === 0 || age === 1) {
    return capitalised(
      memoised('day', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(
        -age,
        'day',
      ),
    );
  }
  return date.getFullYear() === now.getFullYear()
    ? dateFormat('weekday', { weekday: 'long', day: 'numeric', month: 'long' }).format(date)
    : formatDate(date);
}

/** How long ago, or in how long, in the largest unit that fits: 5 minutes ago, in 2 days. */
export function formatRelative(date: Date, now: Date): string {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1_000);
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return memoised(
    'relative',
    (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  ).format(Math.round(seconds / size), unit);
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function formatNumber(value: number): string {
  return memoised('number', (locale) => new Intl.NumberFormat(locale)).format(value);
}

/** A file's size: 12 kB, 3.4 MB. */
export function formatBytes(bytes: number): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const value = bytes / (unit === 'kilobyte' ? 1_000 : 1_000_000);
  return memoised(
    `short ${unit}`,
    (locale) => new Intl.NumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: 2 }),
  ).format(value);
}

/** Whole calendar days, whatever the clocks did in between. */
function daysBetween(date: Date, now: Date): number {
  const midnight = (day: Date) => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  return (midnight(now) - midnight(date)) / 86_400_000;
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
