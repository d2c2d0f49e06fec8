import { IMAGE_CONTENT_TYPES } from '@plaza/shared/attachment';
import {
  ALT_MAX_CHARS,
  ATTACHMENTS_MAX,
  IMAGE_SIDE_MAX_PX,
  MAX_BYTES_PER_CHAR,
  PLACEHOLDER_MAX_CHARS,
  UPLOAD_MAX_BYTES,
} from '@plaza/shared/limits';
import { messagePath, UPLOADS, uploadPath } from '@plaza/shared/paths';
import { allowed, change, changeAttachment, denied, omit } from '../../../tools/rules/cases.ts';
import { Double, type Fields } from '../../../tools/rules/firestore-value.ts';
import type { RulesCase, Write } from '../../../tools/rules/request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  BOB,
  BOBS_MESSAGE,
  NEW_MESSAGE,
  newUpload,
  send,
} from '../../../tools/rules/world.ts';

const MESSAGE = messagePath(NEW_MESSAGE);
const UPLOAD = uploadPath(NEW_MESSAGE, 0);
const INDEXES = Array.from({ length: ATTACHMENTS_MAX }, (_, index) => index);

function attachmentWith(changes: Fields, index = 0, count = 1): { commit: Write[] } {
  return { commit: changeAttachment(send(ADA, count), MESSAGE, index, changes) };
}

/** A message with one image of this type, the same in attachment and upload. */
function imageOfType(contentType: string): { commit: Write[] } {
  const writes = changeAttachment(send(ADA, 1), MESSAGE, 0, { contentType });
  return { commit: change(writes, UPLOAD, { contentType }) };
}

export const ATTACHMENTS: readonly RulesCase[] = [
  ...INDEXES.map((index) => allowed(`${index + 1}`, ADA, { commit: send(ADA, index + 1) })),
  denied('one more', ADA, { commit: send(ADA, ATTACHMENTS_MAX + 1) }),
  denied('one more, without its upload', ADA, {
    commit: omit(send(ADA, ATTACHMENTS_MAX + 1), uploadPath(NEW_MESSAGE, ATTACHMENTS_MAX)),
  }),
  allowed('with an empty text', ADA, { commit: change(send(ADA, 1), MESSAGE, { text: '' }) }),
  denied('with a blank text', ADA, { commit: change(send(ADA, 1), MESSAGE, { text: ' ' }) }),
  ...INDEXES.map((index) =>
    denied(`without the upload of number ${index}`, ADA, {
      commit: omit(send(ADA, ATTACHMENTS_MAX), uploadPath(NEW_MESSAGE, index)),
    }),
  ),
  denied(
    'of a message that is gone, whose upload is left',
    BOB,
    { commit: omit(send(BOB, 1), UPLOAD) },
    { seed: { [UPLOAD]: newUpload() } },
  ),
  denied(
    'of none, under the id of a message that is gone, whose upload is left',
    BOB,
    { commit: send(BOB) },
    { seed: { [UPLOAD]: newUpload() } },
  ),
  ...INDEXES.map((index) =>
    denied(`with something wrong in number ${index}`, ADA, {
      ...attachmentWith({ state: 'ready' }, index, ATTACHMENTS_MAX),
    }),
  ),
  ...IMAGE_CONTENT_TYPES.map((type) => allowed(type, ADA, imageOfType(type))),
  ...['image/svg+xml', 'image/avif', 'text/html', 'image/jpg', 'IMAGE/PNG', '', 'extra'].map(
    (type) => denied(`of type ${JSON.stringify(type)}`, ADA, imageOfType(type)),
  ),
  ...(['width', 'height'] as const).flatMap((side) => [
    allowed(`${side} of one pixel`, ADA, attachmentWith({ [side]: 1 })),
    allowed(`the most ${side}`, ADA, attachmentWith({ [side]: IMAGE_SIDE_MAX_PX })),
    denied(`one pixel more of ${side}`, ADA, attachmentWith({ [side]: IMAGE_SIDE_MAX_PX + 1 })),
    denied(`no ${side}`, ADA, attachmentWith({ [side]: 0 })),
    denied(`negative ${side}`, ADA, attachmentWith({ [side]: -1 })),
    denied(`${side} of half a pixel more`, ADA, attachmentWith({ [side]: 1.5 })),
    denied(`${side} of a whole float`, ADA, attachmentWith({ [side]: new Double(7) })),
  ]),
  allowed('no placeholder', ADA, attachmentWith({ placeholder: '' })),
  allowed(
    'the longest placeholder',
    ADA,
    attachmentWith({
      placeholder: 'aAzZ09+/='.padEnd(PLACEHOLDER_MAX_CHARS, 'x'),
    }),
  ),
  denied(
    'a longer placeholder',
    ADA,
    attachmentWith({
      placeholder: 'x'.repeat(PLACEHOLDER_MAX_CHARS + 1),
    }),
  ),
  ...['-', '_', '%', '<', '"', ' ', '\n', 'é', '@', '[', '`', '{', ':', '.'].map((character) =>
    denied(
      `a placeholder with ${JSON.stringify(character)}`,
      ADA,
      attachmentWith({
        placeholder: `xx${character}`,
      }),
    ),
  ),
  allowed('no description', ADA, attachmentWith({ alt: '' })),
  allowed('the longest description', ADA, attachmentWith({ alt: 'x'.repeat(ALT_MAX_CHARS) })),
  allowed(
    `the longest description of ${MAX_BYTES_PER_CHAR} bytes a character`,
    ADA,
    attachmentWith({ alt: '漢'.repeat(ALT_MAX_CHARS) }),
  ),
  denied('a longer description', ADA, attachmentWith({ alt: 'x'.repeat(ALT_MAX_CHARS + 1) })),
  denied('ready already', ADA, attachmentWith({ state: 'ready' })),
  denied('of an unknown state', ADA, attachmentWith({ state: 'extra' })),
  denied('with an address of its own', ADA, attachmentWith({ url: 'https://example.com/a.png' })),
  denied('with a thumbnail of its own', ADA, attachmentWith({ thumbUrl: 'https://example.com' })),
  denied('with a reason', ADA, attachmentWith({ reason: 'missing' })),
  denied('an attachment in an attachment', ADA, attachmentWith({ extra: [{}] })),
];

function uploadWith(changes: Fields): { commit: Write[] } {
  return { commit: change(send(ADA, 1), UPLOAD, changes) };
}

function sendAndUpload(count: number, path: string): { commit: Write[] } {
  return { commit: [...send(ADA, count), { path, set: newUpload() }] };
}

function uploadOnly(path: string): { commit: Write[] } {
  return { commit: [{ path, set: newUpload() }] };
}

const NO_UPLOAD = { seed: { [uploadPath(ADAS_MESSAGE, 0)]: null } };

export const UPLOADS_CREATED: readonly RulesCase[] = [
  allowed('of the most bytes', ADA, uploadWith({ bytes: new Uint8Array(UPLOAD_MAX_BYTES) })),
  denied('of one byte more', ADA, uploadWith({ bytes: new Uint8Array(UPLOAD_MAX_BYTES + 1) })),
  denied('of a type that is not its attachment’s', ADA, uploadWith({ contentType: 'image/gif' })),
  denied('of a type that no image has', ADA, uploadWith({ contentType: 'text/html' })),
  denied('for a number that has no attachment', ADA, sendAndUpload(1, uploadPath(NEW_MESSAGE, 1))),
  denied('for a message without attachments', ADA, sendAndUpload(0, UPLOAD)),
  ...['4', '-1', '00', '01', '+0', '0x0', '1.0', ' 0', 'zero', 'extra'].map((index) =>
    denied(
      `numbered ${JSON.stringify(index)}`,
      ADA,
      sendAndUpload(4, `${MESSAGE}/${UPLOADS}/${index}`),
    ),
  ),
  denied('after the fact', ADA, uploadOnly(uploadPath(ADAS_MESSAGE, 0)), NO_UPLOAD),
  denied('for no message', ADA, uploadOnly(UPLOAD)),
  denied(
    'over one that a deleted message has left',
    ADA,
    { commit: send(ADA, 1) },
    { seed: { [UPLOAD]: newUpload() } },
  ),
  denied(
    'for an older message, beside a new one',
    ADA,
    {
      commit: [...send(ADA, 1), ...uploadOnly(uploadPath(ADAS_MESSAGE, 0)).commit],
    },
    NO_UPLOAD,
  ),
  denied(
    'for the message of somebody else',
    BOB,
    uploadOnly(uploadPath(ADAS_MESSAGE, 0)),
    NO_UPLOAD,
  ),
  denied('for the message of somebody else, beside a new one', ADA, {
    commit: [...send(ADA, 1), ...uploadOnly(uploadPath(BOBS_MESSAGE, 0)).commit],
  }),
  denied('for two messages', ADA, {
    commit: [
      ...send(ADA, 1),
      ...omit(send(ADA, 1, 'other-message-0000000002'), uploadPath('other-message-0000000002', 0)),
    ],
  }),
  denied('below an upload', ADA, sendAndUpload(1, `${UPLOAD}/deeper/one`)),
];
