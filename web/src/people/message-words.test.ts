import type { Attachment } from '@plaza/shared/attachment';
import { expect, test } from 'vitest';
import { messageWords } from './message-words.ts';

const IMAGE: Attachment = {
  width: 4,
  height: 3,
  contentType: 'image/jpeg',
  placeholder: '',
  alt: '',
  state: 'processing',
  url: null,
  thumbUrl: null,
  reason: null,
};

test.each([
  ['Look', [IMAGE], 'Look'],
  ['', [IMAGE], 'An image'],
  ['', [IMAGE, IMAGE, IMAGE], '3 images'],
  [
    '',
    [{ ...IMAGE, alt: 'Mountain' }, IMAGE, { ...IMAGE, alt: 'Lake' }],
    '3 images · Mountain · Lake',
  ],
])(
  '[RM36] [PE7] pictures alone are heard by number and descriptions (%s %#)',
  (text, attachments, words) => {
    expect(messageWords({ text, attachments })).toBe(words);
  },
);
