import { EMAIL_MAX_CHARS } from './limits.ts';

/** Catches slips of the keyboard; whether the address exists, only a mail to it can tell. */
export function isValidEmail(email: string): boolean {
  return email.length <= EMAIL_MAX_CHARS && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email);
}
