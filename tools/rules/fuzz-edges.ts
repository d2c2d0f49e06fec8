import { IMAGE_CONTENT_TYPES } from '@plaza/shared/attachment';
import {
  ALT_MAX_CHARS,
  ATTACHMENTS_MAX,
  IMAGE_SIDE_MAX_PX,
  PLACEHOLDER_MAX_CHARS,
  SHARD_COUNT,
  TEXT_MAX_CHARS,
  UPLOAD_MAX_BYTES,
} from '@plaza/shared/limits';
import { REPORT_REASONS } from '@plaza/shared/report';
import { Double, FromNow, Increment, SERVER_TIME, type Value } from './firestore-value.ts';
import {
  ADA,
  ADAS_MESSAGE,
  BOB,
  BOBS_MESSAGE,
  BOBS_PREVIOUS_USERNAME,
  NEW_MESSAGE,
  newAttachment,
  NEWCOMER,
} from './world.ts';

/** Of one byte each, and of three. */
function lengthsAround(limit: number): string[] {
  return ['a', '€'].flatMap((character) =>
    [limit, limit + 1].map((length) => character.repeat(length)),
  );
}

const UIDS = [ADA, BOB, NEWCOMER].map(({ uid }) => uid);
const USERNAMES = [ADA.username, BOB.username, 'bob', BOBS_PREVIOUS_USERNAME, null];
/** Not now: by chance that is the server's time, too. */
const TIMES = [SERVER_TIME, new FromNow(-60_000), new FromNow(60_000), null];
const SIDES = [0, 1, IMAGE_SIDE_MAX_PX, IMAGE_SIDE_MAX_PX + 1, new Double(1)];

export const TEXTS = ['', 'x', '\u2800', ' \n', ...lengthsAround(TEXT_MAX_CHARS)];

/** What a field may just be, and what it just may not. */
export const EDGE_VALUES: Readonly<Record<string, readonly Value[]>> = {
  uid: UIDS,
  username: USERNAMES,
  usernameKey: [...USERNAMES, 'lovelace'],
  previousUsername: USERNAMES,
  createdAt: TIMES,
  renamedAt: TIMES,
  claimedAt: TIMES,
  releasedAt: TIMES,
  since: TIMES,
  updatedAt: TIMES,
  blockedUntil: TIMES,
  count: [0, 1, new Double(0), ...[-1, 0, 1, 2].map((by) => new Increment(by))],
  lastMessageId: ['', NEW_MESSAGE, ADAS_MESSAGE, `${ADAS_MESSAGE}_${BOB.uid}`],
  messageId: [NEW_MESSAGE, ADAS_MESSAGE, BOBS_MESSAGE],
  text: TEXTS,
  shard: [-1, 0, SHARD_COUNT - 1, SHARD_COUNT, new Double(0)],
  status: ['sent', 'delivered', ''],
  attachments: [0, 1, ATTACHMENTS_MAX, ATTACHMENTS_MAX + 1].map((length) =>
    Array.from({ length }, newAttachment),
  ),
  bytes: [0, 1, UPLOAD_MAX_BYTES, UPLOAD_MAX_BYTES + 1].map((size) => new Uint8Array(size)),
  contentType: [...IMAGE_CONTENT_TYPES, 'image/svg+xml'],
  reason: [...REPORT_REASONS, 'boring'],
};

/** The same for the fields of an attachment. */
export const ATTACHMENT_EDGE_VALUES: Readonly<Record<string, readonly Value[]>> = {
  width: SIDES,
  height: SIDES,
  contentType: EDGE_VALUES['contentType'] ?? [],
  placeholder: ['', '_', ...lengthsAround(PLACEHOLDER_MAX_CHARS)],
  alt: ['', ...lengthsAround(ALT_MAX_CHARS)],
  state: ['processing', 'ready', 'rejected'],
  url: [null, '', 'https://example.com/x'],
  thumbUrl: [null, '', 'https://example.com/x'],
  reason: [null, '', 'too-slow'],
};
