/**
 * What a client may create, as far as a document tells by itself: the security rules say the same.
 * Whatever asks the server for its time is passed in as `serverTime`.
 */
import { IMAGE_CONTENT_TYPES } from './attachment.ts';
import {
  ALT_MAX_CHARS,
  ATTACHMENTS_MAX,
  IMAGE_SIDE_MAX_PX,
  MESSAGE_ID_MAX_CHARS,
  MESSAGE_ID_MIN_CHARS,
  PLACEHOLDER_MAX_CHARS,
  SHARD_COUNT,
  UPLOAD_MAX_BYTES,
} from './limits.ts';
import { validateText } from './message-text.ts';
import { REPORT_REASONS } from './report.ts';
import { usernameKeyFrom, validateUsername } from './username.ts';

type Check = (value: unknown) => boolean;

function hasShape(value: unknown, shape: Readonly<Record<string, Check>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return (
    Object.keys(fields).every((name) => Object.hasOwn(shape, name)) &&
    Object.entries(shape).every(
      ([name, check]) => Object.hasOwn(fields, name) && check(fields[name]),
    )
  );
}

function is(expected: unknown): Check {
  return (value) => value === expected;
}

function isOneOf(values: readonly string[]): Check {
  return (value) => values.some((one) => one === value);
}

function isInt(min: number, max: number): Check {
  return (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}

export function isMessageId(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length >= MESSAGE_ID_MIN_CHARS &&
    value.length <= MESSAGE_ID_MAX_CHARS &&
    /^[A-Za-z0-9-]*$/.test(value)
  );
}

function isNewAttachment(value: unknown): boolean {
  return hasShape(value, {
    width: isInt(1, IMAGE_SIDE_MAX_PX),
    height: isInt(1, IMAGE_SIDE_MAX_PX),
    contentType: isOneOf(IMAGE_CONTENT_TYPES),
    placeholder: (text) =>
      typeof text === 'string' &&
      text.length <= PLACEHOLDER_MAX_CHARS &&
      /^[A-Za-z0-9+/=]*$/.test(text),
    alt: (text) => typeof text === 'string' && text.length <= ALT_MAX_CHARS,
    state: is('processing'),
    url: is(null),
    thumbUrl: is(null),
    reason: is(null),
  });
}

/** Whose username it carries is not looked at. */
export function isNewMessage(value: unknown, uid: string, serverTime: unknown): boolean {
  let attachmentCount = 0;
  const hasFields = hasShape(value, {
    uid: is(uid),
    username: (username) => typeof username === 'string',
    attachments: (attachments) => {
      if (!Array.isArray(attachments) || attachments.length > ATTACHMENTS_MAX) return false;
      attachmentCount = attachments.length;
      return attachments.every(isNewAttachment);
    },
    text: (text) => typeof text === 'string',
    createdAt: is(serverTime),
    shard: isInt(0, SHARD_COUNT - 1),
    status: is('sent'),
  });
  if (!hasFields) return false;
  const { text } = value as { text: string };
  return validateText(text) === null || (text === '' && attachmentCount > 0);
}

/** `contentType` is what its attachment says. */
export function isNewUpload(value: unknown, contentType: unknown): boolean {
  return hasShape(value, {
    bytes: (bytes) => bytes instanceof Uint8Array && bytes.byteLength <= UPLOAD_MAX_BYTES,
    contentType: (type) => type === contentType && isOneOf(IMAGE_CONTENT_TYPES)(type),
  });
}

export function isNewReport(value: unknown, uid: string, serverTime: unknown): boolean {
  return hasShape(value, {
    messageId: (messageId) => typeof messageId === 'string',
    uid: is(uid),
    reason: isOneOf(REPORT_REASONS),
    createdAt: is(serverTime),
  });
}

export function isNewProfile(value: unknown, serverTime: unknown): boolean {
  return (
    hasShape(value, {
      username: (username) => typeof username === 'string' && validateUsername(username) === null,
      usernameKey: (key) => typeof key === 'string',
      previousUsername: is(null),
      createdAt: is(serverTime),
      renamedAt: is(serverTime),
    }) && hasOwnKey(value as { username: string; usernameKey: string })
  );
}

export function hasOwnKey(profile: { username: string; usernameKey: string }): boolean {
  return profile.usernameKey === usernameKeyFrom(profile.username);
}

export function isNewClaim(value: unknown, uid: string, serverTime: unknown): boolean {
  return hasShape(value, { uid: is(uid), claimedAt: is(serverTime), releasedAt: is(null) });
}

export function isNewLedger(value: unknown, serverTime: unknown): boolean {
  return hasShape(value, {
    count: is(0),
    since: is(serverTime),
    updatedAt: is(serverTime),
    lastMessageId: is(''),
    blockedUntil: is(null),
  });
}
