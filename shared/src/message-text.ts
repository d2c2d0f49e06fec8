import { TEXT_MAX_CHARS } from './limits.ts';

export type TextProblem = 'blank' | 'too-long';

/** The control, format, surrogate and private-use characters show nothing by themselves. */
const VISIBLE_CHARACTER = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u;

export function validateText(text: string): TextProblem | null {
  if (!VISIBLE_CHARACTER.test(text)) return 'blank';
  if (text.length > TEXT_MAX_CHARS) return 'too-long';
  return null;
}
